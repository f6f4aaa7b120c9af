#Requires -Version 7.0
#Requires -Modules @{ ModuleName = 'MicrosoftTeams'; ModuleVersion = '5.0.0' }
# Whose online meetings the bot may set up. Needs the role Teams Administrator. Takes effect within 30 minutes.
$ErrorActionPreference = 'Stop'
$tenant = '7e4a0000-0000-4000-8000-000000000001'
$appId = 'b0700000-0000-4000-8000-000000000001'
$organiser = '0a900000-0000-4000-8000-000000000001'
$policyName = 'JAGS-organiser'

Connect-MicrosoftTeams -TenantId $tenant | Out-Null
try {
    $policy = Get-CsApplicationAccessPolicy -Identity $policyName -ErrorAction SilentlyContinue
    if (-not $policy) {
        New-CsApplicationAccessPolicy -Identity $policyName -AppIds $appId -Description 'The JAGS bot sets up the organiser''s meetings' | Out-Null
        Write-Host "made the policy '$policyName'"
    } elseif ($policy.AppIds -notcontains $appId) {
        Set-CsApplicationAccessPolicy -Identity $policyName -AppIds @{ Add = $appId }
        Write-Host "added the bot to the policy '$policyName'"
    }
    $policy.AppIds | Where-Object { $_ -and $_ -ne $appId } |
        ForEach-Object { Write-Warning "The policy '$policyName' is for the application $_ too." }

    $granted = "$((Get-CsOnlineUser -Identity $organiser).ApplicationAccessPolicy)"
    if ($granted -ne $policyName) {
        if ($granted) { Write-Warning "The organiser had the policy '$granted'; it is replaced." }
        Grant-CsApplicationAccessPolicy -PolicyName $policyName -Identity $organiser
        Write-Host "granted '$policyName' to the organiser"
    }
} finally {
    Disconnect-MicrosoftTeams | Out-Null
}
