// Where everything is kept. Reached by the identity alone: there are no keys to leak, and nothing is public.

@description('Region.')
param location string

@description('Tags of every resource.')
param tags object

@description('End of every name, the same at every deployment.')
param suffix string

@description('How copies are kept: Standard_LRS in one building, Standard_ZRS in three.')
param redundancy string

@description('Whether backups have an account of their own, which outlives the loss of the other.')
param ownBackups bool

@description('Object id of the identity the bot runs as.')
param principalId string

var closed = {
  allowSharedKeyAccess: false
  allowBlobPublicAccess: false
  allowCrossTenantReplication: false
  defaultToOAuthAuthentication: true
  minimumTlsVersion: 'TLS1_2'
  supportsHttpsTrafficOnly: true
}

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' = {
  name: 'jags${suffix}'
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: redundancy }
  properties: closed
}

resource backupAccount 'Microsoft.Storage/storageAccounts@2025-06-01' = if (ownBackups) {
  name: 'jagsbak${suffix}'
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: redundancy }
  properties: closed
}

var backupName = ownBackups ? 'jagsbak${suffix}' : 'jags${suffix}'

module backups 'backups.bicep' = {
  name: 'backups'
  dependsOn: [account, backupAccount]
  params: {
    accountName: backupName
    principalId: principalId
  }
}

// The bot makes its tables and queues itself, so that it needs the whole account of them.
var roles = {
  tables: { id: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3', why: 'Storage Table Data Contributor: the bot keeps its rows.' }
  queues: { id: '974c5e8b-45b9-4653-ba55-5f855dd0fb88', why: 'Storage Queue Data Contributor: the bot wakes itself up.' }
}

resource assignments 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in items(roles): {
    name: guid(account.id, principalId, role.value.id)
    scope: account
    properties: {
      principalId: principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.value.id)
      description: role.value.why
    }
  }
]

// With its own backups it is production: nobody deletes the record of sessions by a slip.
resource keep 'Microsoft.Authorization/locks@2020-05-01' = if (ownBackups) {
  name: 'keep'
  scope: account
  properties: {
    level: 'CanNotDelete'
    notes: 'Holds every request and session. Take the lock away only to remove the whole service.'
  }
}

output id string = account.id
output account string = account.name
output backupAccount string = backupName
