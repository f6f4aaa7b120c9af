// The web app, and in production a slot that new versions are tried in before they take over.

@description('Region.')
param location string

@description('Tags of every resource.')
param tags object

@description('End of every name, the same at every deployment.')
param suffix string

@description('Name of the web app, which is the start of its own host.')
param siteName string

@description('Resource id of the identity the bot runs as.')
param identityId string

@description('The environment the bot starts with.')
param settings object

@description('Size of each instance.')
param sku string

@description('Tier of that size.')
param tier string

@description('How many instances run side by side. They are interchangeable.')
param instances int

@description('Whether there is a slot to try new versions in.')
param slot bool

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: 'jags-${suffix}'
  location: location
  tags: tags
  kind: 'linux'
  sku: { name: sku, tier: tier, capacity: instances }
  properties: { reserved: true }
}

var siteConfig = {
  linuxFxVersion: 'NODE|22-lts'
  // Not npm, which would stand between App Service and the program when it is to stop.
  appCommandLine: 'node build/src/main.js'
  // Live, not ready: ready asks storage. Were storage away, every instance would be taken out and after an hour replaced, which
  // mends nothing; the bot lives on without storage and still sends whoever fears for a child to CADS.
  healthCheckPath: '/health/live'
  alwaysOn: true
  ftpsState: 'Disabled'
  minTlsVersion: '1.2'
  scmMinTlsVersion: '1.2'
  http20Enabled: true
  // Paths hold links that are for one person; they must be in no log.
  httpLoggingEnabled: false
  detailedErrorLoggingEnabled: false
  requestTracingEnabled: false
}

resource site 'Microsoft.Web/sites@2025-03-01' = {
  name: siteName
  location: location
  tags: union(tags, { 'azd-service-name': 'bot' })
  kind: 'app,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    siteConfig: union(siteConfig, {
      appSettings: map(items(settings), setting => { name: setting.key, value: setting.value })
    })
  }
}

// A slot runs the same program beside the other: it must not perform effects twice, and after a swap the setting stays behind.
resource sticky 'Microsoft.Web/sites/config@2025-03-01' = if (slot) {
  parent: site
  name: 'slotConfigNames'
  properties: { appSettingNames: ['WORKER'] }
}

resource staging 'Microsoft.Web/sites/slots@2025-03-01' = if (slot) {
  parent: site
  name: 'staging'
  location: location
  tags: tags
  kind: 'app,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    siteConfig: union(siteConfig, {
      appSettings: map(items(union(settings, { WORKER: 'off' })), setting => { name: setting.key, value: setting.value })
    })
  }
  dependsOn: [sticky]
}

// Deployment signs in by Entra; the user names and passwords App Service makes by itself stay shut.
resource noFtp 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2025-03-01' = {
  parent: site
  name: 'ftp'
  properties: { allow: false }
}

resource noBasicScm 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2025-03-01' = {
  parent: site
  name: 'scm'
  properties: { allow: false }
}

// Its type is not known to the offline checker of this file, so that it stands in one of its own.
module slotSignIn 'slot-sign-in.json' = if (slot) {
  name: 'slot-sign-in'
  params: { siteName: siteName }
  dependsOn: [staging]
}

output id string = site.id
output name string = site.name
