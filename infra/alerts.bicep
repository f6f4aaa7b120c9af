// What wakes somebody up, and what to do about it in one sentence each.

@description('Region.')
param location string

@description('Tags of every resource.')
param tags object

@description('End of every name, the same at every deployment.')
param suffix string

@description('Resource id of the workspace the metrics are in.')
param workspaceId string

@description('Resource id of the web app.')
param siteId string

@description('Resource id of the storage account.')
param storageId string

@description('Mail address that alerts go to.')
param alertsTo string

resource whom 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'jags-${suffix}'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'JAGS'
    enabled: true
    emailReceivers: [{ name: 'on-call', emailAddress: alertsTo, useCommonAlertSchema: true }]
  }
}

// Every instance reports the whole, so the highest of a window is meant; the counter of errors is added up instead.
var rules = {
  errors: {
    title: 'Errors in the program'
    todo: 'Read the lines of level error in the log of the last hour. What failed is tried again by itself; more than a few are a fault.'
    severity: 2
    every: 'PT15M'
    window: 'PT15M'
    query: 'AppMetrics | where Name == "jags.errors" | summarize Value = sum(Sum)'
    operator: 'GreaterThan'
    threshold: 10
  }
  'parked-effects': {
    title: 'Effects are parked'
    todo: 'Something saved has failed until it was given up: a booking, a message, a mail. The log names the request and the effect.'
    severity: 1
    every: 'PT15M'
    window: 'PT30M'
    query: 'AppMetrics | where Name == "jags.effects.parked" | summarize Value = max(Sum / ItemCount)'
    operator: 'GreaterThan'
    threshold: 0
  }
  'stale-queue': {
    title: 'What is due is not done'
    todo: 'The oldest effect that is due has waited for more than 15 minutes. Is WORKER on where people are served, and can Graph be reached?'
    severity: 1
    every: 'PT15M'
    window: 'PT30M'
    query: 'AppMetrics | where Name == "jags.effects.oldest_seconds" | summarize Value = max(Sum / ItemCount)'
    operator: 'GreaterThan'
    threshold: 900
  }
  'parked-deliveries': {
    title: 'Webhook deliveries are parked'
    todo: 'A subscriber has not answered for a day. Its flow is off, or its address has changed: tell its owner.'
    severity: 3
    every: 'PT1H'
    window: 'PT1H'
    query: 'AppMetrics | where Name == "jags.deliveries.parked" | summarize Value = max(Sum / ItemCount)'
    operator: 'GreaterThan'
    threshold: 0
  }
  subscription: {
    title: 'Outlook’s subscription is not renewed'
    todo: 'It ends within 12 hours though it is renewed daily. Until it is, changes in Outlook are found by the sweep, after up to ten minutes.'
    severity: 3
    every: 'PT1H'
    window: 'PT1H'
    query: 'AppMetrics | where Name == "jags.subscription.minutes_left" | summarize Value = max(Sum / ItemCount)'
    operator: 'LessThan'
    threshold: 720
  }
  backup: {
    title: 'The last backup is too old'
    todo: 'There has been none for 36 hours. The log says why the last one failed.'
    severity: 2
    every: 'PT1H'
    window: 'PT1H'
    query: 'AppMetrics | where Name == "jags.backup.age_seconds" | summarize Value = max(Sum / ItemCount)'
    operator: 'GreaterThan'
    threshold: 129600
  }
  silent: {
    title: 'Nothing is heard of the program'
    todo: 'Nothing was worked for half an hour: it is down, held after a restore, without a worker, it cannot reach Azure Monitor, or the daily cap is reached. The other alerts are blind until then.'
    severity: 1
    every: 'PT15M'
    window: 'PT30M'
    query: 'AppMetrics | where Name == "jags.effects.waiting" | summarize Value = count()'
    operator: 'LessThan'
    threshold: 1
  }
}

resource onMetrics 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for rule in items(rules): {
    name: 'jags-${rule.key}-${suffix}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: 'JAGS: ${rule.value.title}'
      description: rule.value.todo
      severity: rule.value.severity
      enabled: true
      scopes: [workspaceId]
      evaluationFrequency: rule.value.every
      windowSize: rule.value.window
      criteria: {
        allOf: [
          {
            query: rule.value.query
            metricMeasureColumn: 'Value'
            timeAggregation: 'Maximum'
            operator: rule.value.operator
            threshold: rule.value.threshold
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      // AppMetrics is there only once the program has sent its first; the first deployment comes before that.
      skipQueryValidation: true
      autoMitigate: true
      actions: { actionGroups: [whom.id] }
    }
  }
]

resource unhealthy 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'jags-unhealthy-${suffix}'
  location: 'global'
  tags: tags
  properties: {
    description: 'The health check of App Service fails. Read the log of the last start: a wrong setting stops it with all problems named.'
    severity: 1
    enabled: true
    scopes: [siteId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'health'
          metricNamespace: 'Microsoft.Web/sites'
          metricName: 'HealthCheckStatus'
          timeAggregation: 'Average'
          operator: 'LessThan'
          threshold: 100
        }
      ]
    }
    autoMitigate: true
    actions: [{ actionGroupId: whom.id }]
  }
}

resource throttled 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'jags-throttled-${suffix}'
  location: 'global'
  tags: tags
  properties: {
    description: 'Storage turns calls away as too many. The program waits and tries again; for long it would be slow for everybody.'
    severity: 2
    enabled: true
    scopes: [storageId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'throttled'
          metricNamespace: 'Microsoft.Storage/storageAccounts'
          metricName: 'Transactions'
          dimensions: [
            {
              name: 'ResponseType'
              operator: 'Include'
              values: ['ClientThrottlingError', 'ClientAccountRequestThrottlingError', 'ClientAccountBandwidthThrottlingError', 'ServerBusyError']
            }
          ]
          timeAggregation: 'Total'
          operator: 'GreaterThan'
          threshold: 20
        }
      ]
    }
    autoMitigate: true
    actions: [{ actionGroupId: whom.id }]
  }
}
