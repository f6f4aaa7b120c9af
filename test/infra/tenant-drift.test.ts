import { app, apply, directory, ORGANISER, packageOf, tenantAsSeen, useTenant, writes } from './set-up-runs';

useTenant();

describe('what is missing or has drifted', () => {
  it.each<[string, () => void]>([
    ['the audience', () => (app().signInAudience = 'AzureADMultipleOrgs')],
    ['the version of tokens', () => (app().api = { ...app().api, requestedAccessTokenVersion: null })],
    ['the identifier', () => (app().identifierUris = [])],
    [
      'the identifier of a former host',
      () => (app().identifierUris = [`api://old.example/botid-${app().appId}`]),
    ],
    [
      'a scope',
      () =>
        (app().api = {
          ...app().api,
          oauth2PermissionScopes: app().api.oauth2PermissionScopes.filter(
            ({ value }) => value !== 'Requests.Read',
          ),
        }),
    ],
    [
      'a scope that is switched off',
      () =>
        (app().api = {
          ...app().api,
          oauth2PermissionScopes: app().api.oauth2PermissionScopes.map((each) => ({
            ...each,
            isEnabled: each.value !== 'Monitoring.Read',
          })),
        }),
    ],
    ['an app role', () => (app().appRoles = app().appRoles.slice(1))],
    [
      'an app role for people',
      () =>
        (app().appRoles = app().appRoles.map((each) => ({ ...each, allowedMemberTypes: ['Application'] }))),
    ],
    [
      'Teams in the browser',
      () =>
        (app().api = {
          ...app().api,
          preAuthorizedApplications: app().api.preAuthorizedApplications.slice(0, 1),
        }),
    ],
    ['what it asks of Graph', () => (app().requiredResourceAccess = [])],
    [
      'the service principal, and with it what it was granted',
      () => {
        directory.principals = [];
        directory.assignments = [];
      },
    ],
    ['the credential', () => (directory.credentials = [])],
    ['the identity of the credential', () => (directory.credentials[0]!.subject = ORGANISER)],
    ['the issuer of the credential', () => (directory.credentials[0]!.issuer = 'https://issuer.example')],
    ['the audience of the credential', () => (directory.credentials[0]!.audiences = ['api://other'])],
    ['a consent', () => (directory.assignments = directory.assignments.slice(1))],
    ['the app in the catalogue', () => (directory.catalogue = [])],
  ])('%s is put right, and the run after it writes nothing', async (_, drift) => {
    await apply();
    const zip = packageOf('1.0.0', app().appId);
    await apply('--app-package', zip);
    const right = tenantAsSeen();
    drift();
    expect(tenantAsSeen()).not.toEqual(right);
    await apply('--app-package', zip);
    expect(tenantAsSeen()).toEqual(right);
    directory.forget();
    await apply('--app-package', zip);
    expect(writes()).toEqual([]);
  });
});
describe('what else can sign in as the bot', () => {
  it('is told: secrets and other federated credentials', async () => {
    await apply();
    app().passwordCredentials = [{}];
    directory.credentials.push({
      id: 'other',
      name: 'pipeline',
      issuer: 'https://issuer.example',
      subject: 'elsewhere',
      audiences: ['api://AzureADTokenExchange'],
    });
    const { said } = await apply();
    expect(said).toContain('It has 1 secrets or certificates. The bot needs none');
    expect(said).toContain('"pipeline" can sign in as the bot too.');
  });
});
