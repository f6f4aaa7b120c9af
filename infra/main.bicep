// Everything the bot needs in one resource group: identity, web app, bot, storage, monitoring. README.md beside this says in which order.
// There is no Key Vault: the bot signs in by its managed identity everywhere, so that there is no secret to keep.
targetScope = 'resourceGroup'

@description('How large: "pilot" has one instance, no slot and local redundancy; "production" two instances, a slot and zone redundancy.')
@allowed(['pilot', 'production'])
param size string

@description('Region of every resource that has one. UK South has availability zones, which production needs.')
param location string = resourceGroup().location

@description('Tag of the azd environment; anything where azd is not used.')
param environmentName string = 'jags'

@description('Application (client) id of the app registration. npm run tenant prints it.')
param botId string

@description('Host people and Microsoft 365 reach the bot at, without https://. Empty: the web app’s own host.')
param publicHost string = ''

@description('Object id of the licensed account in whose calendar sessions are booked.')
param organiser string

@description('Object id of the group whose members are coordinators.')
param coordinatorsGroup string

@description('Object id of the group that may see monitoring. Empty: nobody but coordinators.')
param qualityGroup string = ''

@description('Object id of the group that answers for information governance. Empty: nobody.')
param governanceGroup string = ''

@description('Object id of the person told when a decision above the coordinators is needed. Empty: nobody.')
param lead string = ''

@description('Object ids of those who support facilitators, separated by commas: the contact, then the deputy. Empty: nobody.')
param facilitatorSupport string = ''

@description('Id of the Teams app in the catalogue, which its first upload gives. Empty until then: nobody is given the app.')
param teamsAppId string = ''

@description('Hosts webhooks may be delivered to, separated by commas. Empty: those of Power Automate and Logic Apps.')
param callbackHosts string = ''

@description('The day somebody last rang the CADS line shown to people, as YYYY-MM-DD. The bot does not start without it.')
param cadsChecked string

@description('Further POLICY_ settings of .env.sample, by name. They come after those above.')
param policy object = {}

@description('Mail address that alerts go to.')
param alertsTo string

// What differs between the two, in one place.
var sizes = {
  pilot: { sku: 'B1', tier: 'Basic', instances: 1, slot: false, redundancy: 'Standard_LRS', ownBackups: false, retentionDays: 30, dailyCapGb: 1 }
  production: { sku: 'P0v3', tier: 'Premium0V3', instances: 2, slot: true, redundancy: 'Standard_ZRS', ownBackups: true, retentionDays: 90, dailyCapGb: 1 }
}
var chosen = sizes[size]

// The same at every deployment to this resource group, and no one else's.
var suffix = uniqueString(resourceGroup().id)
var siteName = 'jags-${suffix}'
var host = empty(publicHost) ? '${siteName}.azurewebsites.net' : publicHost
var tags = { 'azd-env-name': environmentName }
var tenantId = tenant().tenantId

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'jags-${suffix}'
  location: location
  tags: tags
}

module storage 'storage.bicep' = {
  name: 'storage'
  params: {
    location: location
    tags: tags
    suffix: suffix
    redundancy: chosen.redundancy
    ownBackups: chosen.ownBackups
    principalId: identity.properties.principalId
  }
}

module monitoring 'monitoring.bicep' = {
  name: 'monitoring'
  params: {
    location: location
    tags: tags
    suffix: suffix
    principalId: identity.properties.principalId
    retentionDays: chosen.retentionDays
    dailyCapGb: chosen.dailyCapGb
  }
}

// By the names of src/config.ts; a test holds them against it. Empty ones count as left out.
var settings = union(
  {
    // What the package holds is what runs: nothing is built or installed on App Service.
    WEBSITE_RUN_FROM_PACKAGE: '1'
    SCM_DO_BUILD_DURING_DEPLOYMENT: 'false'
    // Where App Service on Linux looks for the server.
    PORT: '8080'
    PROXIES: '1'
    BOT_ID: botId
    BOT_TYPE: 'Federated'
    BOT_TENANT_ID: tenantId
    MANAGED_IDENTITY_CLIENT_ID: identity.properties.clientId
    ALLOWED_TENANTS: tenantId
    STORAGE_ACCOUNT: storage.outputs.account
    BACKUP_ACCOUNT: storage.outputs.backupAccount
    ORGANISER: organiser
    COORDINATORS_GROUP: coordinatorsGroup
    QUALITY_GROUP: qualityGroup
    GOVERNANCE_GROUP: governanceGroup
    LEAD: lead
    FACILITATOR_SUPPORT: facilitatorSupport
    TEAMS_APP_ID: teamsAppId
    PUBLIC_URL: 'https://${host}'
    // Tokens of version 2 carry the application id itself, not its URI.
    API_AUDIENCE: botId
    API_ISSUER: '${environment().authentication.loginEndpoint}${tenantId}/v2.0'
    CALLBACK_HOSTS: callbackHosts
    WORKER: 'on'
    APPLICATIONINSIGHTS_CONNECTION_STRING: monitoring.outputs.connectionString
    POLICY_CADS_CHECKED: cadsChecked
  },
  policy
)

module web 'web.bicep' = {
  name: 'web'
  params: {
    location: location
    tags: tags
    suffix: suffix
    siteName: siteName
    identityId: identity.id
    settings: settings
    sku: chosen.sku
    tier: chosen.tier
    instances: chosen.instances
    slot: chosen.slot
  }
}

// Its log categories are named in a file of their own: the only version of their type there is carries "preview" in its name.
module siteLogs 'site-logs.json' = {
  name: 'site-logs'
  params: {
    siteName: web.outputs.name
    workspaceId: monitoring.outputs.workspaceId
  }
}

module alerts 'alerts.bicep' = {
  name: 'alerts'
  params: {
    location: location
    tags: tags
    suffix: suffix
    workspaceId: monitoring.outputs.workspaceId
    siteId: web.outputs.id
    storageId: storage.outputs.id
    alertsTo: alertsTo
  }
}

// A single-tenant registration that trusts the identity: a bot that is itself a managed identity could not be the tab's sign-in.
resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: 'jags-${suffix}'
  location: 'global'
  tags: tags
  kind: 'azurebot'
  sku: { name: 'F0' }
  properties: {
    displayName: 'JAGS'
    description: 'Ask for a Joint Agency Group Supervision.'
    endpoint: 'https://${host}/api/messages'
    msaAppType: 'SingleTenant'
    msaAppId: botId
    msaAppTenantId: tenantId
    disableLocalAuth: true
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: {
    channelName: 'MsTeamsChannel'
    properties: { isEnabled: true }
  }
}

output AZURE_TENANT_ID string = tenantId
// By the names npm run package takes them.
output BOT_TENANT_ID string = tenantId
output PUBLIC_URL string = 'https://${host}'
output PUBLIC_HOST string = host
output IDENTITY_PRINCIPAL_ID string = identity.properties.principalId
output MANAGED_IDENTITY_CLIENT_ID string = identity.properties.clientId
output WEB_APP string = web.outputs.name
output STORAGE_ACCOUNT string = storage.outputs.account
output BACKUP_ACCOUNT string = storage.outputs.backupAccount
