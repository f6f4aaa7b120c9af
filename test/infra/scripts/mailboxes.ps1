#Requires -Version 7.0
#Requires -Modules @{ ModuleName = 'ExchangeOnlineManagement'; ModuleVersion = '3.2.0' }
# Which mailboxes the bot may touch. Needs the role Exchange Administrator, and Organization Management in Exchange.
# Takes effect within 30 minutes to 2 hours.
$ErrorActionPreference = 'Stop'
$name = 'JAGS'
$appId = 'b0700000-0000-4000-8000-000000000001'
$principal = '5e000000-0000-4000-8000-000000000001'
$organiser = '0a900000-0000-4000-8000-000000000001'
$facilitators = 'jags-facilitators@norfolk-sandbox.example'

function Set-Scope([string] $Scope, [string] $Filter, [string] $Mark, [int] $Most) {
    $reached = @(Get-Recipient -Filter $Filter -ResultSize 1000)
    if ($reached.Count -lt 1 -or $reached.Count -gt $Most) {
        throw "Expected the scope '$Scope' to reach 1 to $Most mailboxes, got $($reached.Count) by $Filter"
    }
    $found = Get-ManagementScope -Identity $Scope -ErrorAction SilentlyContinue
    if (-not $found) {
        New-ManagementScope -Name $Scope -RecipientRestrictionFilter $Filter | Out-Null
        Write-Host "made the scope '$Scope'"
    } elseif (-not "$($found.RecipientFilter)".Contains($Mark)) {
        Set-ManagementScope -Identity $Scope -RecipientRestrictionFilter $Filter
        Write-Host "put the scope '$Scope' right"
    }
}

function Set-Assignment([string[]] $Roles, [string] $Scope, [string] $For) {
    $role = $Roles | Where-Object { Get-ManagementRole -Identity $_ -ErrorAction SilentlyContinue } | Select-Object -First 1
    if (-not $role) { throw "Expected Exchange to have one of the roles $($Roles -join ', '), got none" }
    $found = Get-ManagementRoleAssignment -Identity $For -ErrorAction SilentlyContinue
    if ($found -and "$($found.Role)" -ne $role) {
        Remove-ManagementRoleAssignment -Identity $For -Confirm:$false
        Write-Host "took away '$For', which granted $($found.Role)"
        $found = $null
    }
    if (-not $found) {
        New-ManagementRoleAssignment -Name $For -App $principal -Role $role -CustomResourceScope $Scope | Out-Null
        Write-Host "granted $role over '$Scope'"
    } elseif ("$($found.CustomResourceScope)" -ne $Scope) {
        Set-ManagementRoleAssignment -Identity $For -CustomResourceScope $Scope
        Write-Host "put the scope of '$For' right"
    }
}

Connect-ExchangeOnline -ShowBanner:$false
try {
    if (-not (Get-ServicePrincipal | Where-Object { $_.AppId -eq $appId })) {
        New-ServicePrincipal -AppId $appId -ObjectId $principal -DisplayName $name | Out-Null
        Write-Host "made the service principal of $appId"
    }

    # The account itself, whatever its address becomes.
    $mailbox = Get-Mailbox -Identity $organiser
    $id = $mailbox.ExternalDirectoryObjectId
    Set-Scope -Scope 'JAGS organiser' -Filter "ExternalDirectoryObjectId -eq '$id'" -Mark $id -Most 1

    # Only groups Exchange knows can be a scope: mail-enabled security groups, distribution groups, Microsoft 365 groups.
    $group = Get-Group -Identity $facilitators
    $dn = $group.DistinguishedName.Replace("'", "''")
    Set-Scope -Scope 'JAGS facilitators' -Filter "MemberOfGroup -eq '$dn'" -Mark $dn -Most 1000

    # To book, move and cancel sessions in the organiser’s calendar.
    Set-Assignment -Roles 'Application Calendars.ReadWrite' -Scope 'JAGS organiser' -For 'JAGS Calendars.ReadWrite'
    # To write to people without Teams.
    Set-Assignment -Roles 'Application Mail.Send' -Scope 'JAGS organiser' -For 'JAGS Mail.Send'
    # To find a letter among those sent, and see what came back.
    Set-Assignment -Roles 'Application Mail.Read' -Scope 'JAGS organiser' -For 'JAGS Mail.Read'
    # To see when facilitators are free.
    Set-Assignment -Roles 'Application Calendars.ReadBasic', 'Application Calendars.Read' -Scope 'JAGS facilitators' -For 'JAGS Calendars.ReadBasic'

    $ours = @('JAGS Calendars.ReadWrite', 'JAGS Mail.Send', 'JAGS Mail.Read', 'JAGS Calendars.ReadBasic')
    Get-ManagementRoleAssignment -RoleAssignee $principal -ErrorAction SilentlyContinue |
        Where-Object { $ours -notcontains $_.Name } |
        ForEach-Object { Write-Warning "The bot is also granted $($_.Role) by '$($_.Name)', which this program did not make." }

    Test-ServicePrincipalAuthorization -Identity $principal -Resource $organiser |
        Format-Table RoleName, AllowedResourceScope, InScope
} finally {
    Disconnect-ExchangeOnline -Confirm:$false
}
