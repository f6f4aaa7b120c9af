/** Teams' application access policy: whose online meetings the bot may set up. */
import { quoted } from './powershell';
import type { Registration } from './registration';
import type { ScriptStep } from './step';
import type { Wanted } from './wanted';

export function meetings(
  registration: Registration,
  wanted: Pick<Wanted, 'tenant' | 'organiser'>,
): ScriptStep {
  const { tenant, organiser } = wanted;
  return {
    name: 'Online meetings',
    purpose:
      'The bot turns recording and transcription off in the organiser’s meetings, and in nobody else’s.',
    file: 'online-meetings.ps1',
    async script() {
      const app = await registration.find();
      if (!app) return { waitsFor: 'the app registration' };
      if (!organiser) return { waitsFor: '--organiser' };
      return meetingScript({ tenant, organiser, appId: app.appId });
    },
  };
}

export interface MeetingScript {
  readonly tenant: string;
  readonly appId: string;
  readonly organiser: string;
}

/** @see https://learn.microsoft.com/graph/cloud-communication-online-meeting-application-access-policy */
export function meetingScript({ tenant, appId, organiser }: MeetingScript): string {
  return `#Requires -Version 7.0
#Requires -Modules @{ ModuleName = 'MicrosoftTeams'; ModuleVersion = '5.0.0' }
# Whose online meetings the bot may set up. Needs the role Teams Administrator. Takes effect within 30 minutes.
$ErrorActionPreference = 'Stop'
$tenant = ${quoted(tenant)}
$appId = ${quoted(appId)}
$organiser = ${quoted(organiser)}
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
`;
}
