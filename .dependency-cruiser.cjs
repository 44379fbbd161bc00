// The one-way import rule of the house (docs/decisions/0002): domain knows nobody, routes know everybody.
/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true, viaOnly: { pathNot: 'generated' } } },
    {
      name: 'domain-is-pure',
      severity: 'error',
      comment: 'the domain imports only itself and generated Prisma types',
      from: { path: '^app/domain' },
      to: { path: '^app/(routes|jobs|server|services|ui|text|urls|policy|root|entry)' },
    },
    {
      name: 'domain-has-no-framework',
      severity: 'error',
      from: { path: '^app/domain' },
      to: { path: 'node_modules/(react|@remix-run|stripe|cloudinary|express|sharp|pino)/' },
    },
    {
      name: 'services-know-domain-types',
      severity: 'error',
      from: { path: '^app/services' },
      to: { path: '^app/(routes|jobs|server|ui|text)' },
    },
    {
      name: 'server-below-routes',
      severity: 'error',
      from: { path: '^app/server' },
      to: { path: '^app/(routes|jobs|ui)' },
    },
    {
      name: 'ui-shows',
      severity: 'error',
      comment: 'types of the server are fine, its code is not',
      from: { path: '^app/ui' },
      to: { path: '^app/(routes|jobs|server|services)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'ui-is-browser-safe',
      severity: 'error',
      from: { path: '^app/ui' },
      to: { path: '\\.server\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-route-to-route',
      severity: 'error',
      from: { path: '^app/routes' },
      to: { path: '^app/routes', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'database-only-in-domain',
      severity: 'error',
      from: { path: '^app/(routes|server|ui|jobs)' },
      to: { path: '^app/generated', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'outcomes-read-all',
      severity: 'error',
      from: { path: '^app/domain/(?!outcomes)' },
      to: { path: '^app/domain/outcomes' },
    },
    {
      name: 'no-barrel',
      severity: 'error',
      from: { path: '^app' },
      to: { path: '/index\\.tsx?$' },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node'],
      extensions: ['.ts', '.tsx', '.js'],
    },
  },
};
