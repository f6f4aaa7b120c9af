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

// Addresses of people stay masked, which is the default and is said so that nobody turns it off by a slip.
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
