/** After `azd provision`: the one command of the tenant's side that needs what Azure has just made. azd passes its environment on. */
const { AZURE_TENANT_ID, IDENTITY_PRINCIPAL_ID, PUBLIC_HOST, ORGANISER, BOT_ID } = process.env;

console.log(`
In Azure everything is there. For whoever administers the tenant (infra/README.md, step 6):

  npm run tenant -- --dry-run --tenant ${AZURE_TENANT_ID} --host ${PUBLIC_HOST} --identity ${IDENTITY_PRINCIPAL_ID} \\
    --organiser ${ORGANISER} --facilitators <mail of the facilitators' group> --app-package <zip>

It goes on with the app registration ${BOT_ID}. Read what it would do, then say --apply in place of --dry-run.`);
