// Where logs, traces and metrics go, and the workbook that shows them.

@description('Region.')
param location string

@description('Tags of every resource.')
param tags object

@description('End of every name, the same at every deployment.')
param suffix string

@description('How long they are kept.')
param retentionDays int

@description('Most that is taken in on one day, so that a fault cannot cost without end. When it is reached the alert "silent" fires.')
param dailyCapGb int

@description('Object id of the identity the bot runs as.')
param principalId string

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-07-01' = {
  name: 'jags-${suffix}'
  location: location
  tags: tags
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: retentionDays
    workspaceCapping: { dailyQuotaGb: dailyCapGb }
    features: { enableLogAccessUsingOnlyResourcePermissions: true }
  }
}

@description('Monitoring Metrics Publisher.')
var publisherRole = '3913510d-42f4-4e42-8a64-420c390055eb'

// Addresses of people stay masked, which is the default and is said so that nobody turns it off by a slip. Only the bot's identity
// may send: whoever has read the connection string may not.
resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: 'jags-${suffix}'
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    IngestionMode: 'LogAnalytics'
    RetentionInDays: retentionDays
    DisableIpMasking: false
    DisableLocalAuth: true
  }
}

resource mayPublish 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(insights.id, principalId, publisherRole)
  scope: insights
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', publisherRole)
    description: 'Monitoring Metrics Publisher: the bot sends its traces and metrics.'
  }
}

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: guid(resourceGroup().id, 'jags-workbook')
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    displayName: 'JAGS'
    category: 'workbook'
    sourceId: insights.id
    serializedData: loadTextContent('workbook.json')
  }
}

output workspaceId string = workspace.id
output connectionString string = insights.properties.ConnectionString
