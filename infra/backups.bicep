// The containers of backups and of what was erased since, and that no backup becomes older than 30 days. Their names begin with
// STORAGE_PREFIX, which is not set and so "jags" (src/azure/backup-blobs.ts).

@description('Account it is in.')
param accountName string

@description('Object id of the identity the bot runs as.')
param principalId string

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: accountName
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-06-01' = {
  parent: account
  name: 'default'
  properties: {
    // What is erased is gone: soft deletion and versions would keep a person's data past the 30 days.
    deleteRetentionPolicy: { enabled: false }
    containerDeleteRetentionPolicy: { enabled: false }
    isVersioningEnabled: false
  }
}

resource container 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-06-01' = {
  parent: blobs
  name: 'jags-backups'
  properties: { publicAccess: 'None' }
}

// Kept for good: hashes of what was erased, so that no backup brings it back.
resource erasures 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-06-01' = {
  parent: blobs
  name: 'jags-erasures'
  properties: { publicAccess: 'None' }
}

resource ageing 'Microsoft.Storage/storageAccounts/managementPolicies@2026-04-01' = {
  parent: account
  name: 'default'
  dependsOn: [blobs]
  properties: {
    policy: {
      rules: [
        {
          name: 'backups-30-days'
          type: 'Lifecycle'
          enabled: true
          definition: {
            filters: { blobTypes: ['blockBlob'], prefixMatch: ['jags-backups/'] }
            // "Greater than 29" acts on the thirtieth day; the policy runs once a day.
            actions: { baseBlob: { delete: { daysAfterCreationGreaterThan: 29 } } }
          }
        }
      ]
    }
  }
}

@description('Storage Blob Data Contributor.')
var blobContributor = 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'

// For these containers and no other.
resource mayBackUp 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(container.id, principalId, blobContributor)
  scope: container
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', blobContributor)
    description: 'The bot writes, reads and deletes backups.'
  }
}

resource mayNoteErasures 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(erasures.id, principalId, blobContributor)
  scope: erasures
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', blobContributor)
    description: 'The bot notes what was erased, and reads it when it restores.'
  }
}
