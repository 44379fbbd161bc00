// The headers that every answer carries, also 404, 500 and a static file.
import helmet from 'helmet';

export function securityHeaders(origin: string, usesCloudinary: boolean) {
  const pictures = usesCloudinary ? ['https://res.cloudinary.com'] : [];
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        imgSrc: ["'self'", 'data:', 'blob:', ...pictures],
        styleSrc: ["'self'"],
        scriptSrc: ["'self'"],
        connectSrc: ["'self'", ...(usesCloudinary ? ['https://api.cloudinary.com'] : [])],
        fontSrc: ["'none'"],
        manifestSrc: ["'self'"],
        // Checkout leaves for Stripe's page by a redirect after a form.
        formAction: [
          "'self'",
          'https://checkout.stripe.com',
          ...(origin.startsWith('http://localhost') ? ['http://127.0.0.1:*', 'http://localhost:*'] : []),
        ],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
    },
    strictTransportSecurity: origin.startsWith('https:') ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    // For Flash and browsers that are gone: nobody reads them, and each weighs on every answer.
    ...{
      xDownloadOptions: false,
      xPermittedCrossDomainPolicies: false,
      xXssProtection: false,
      xDnsPrefetchControl: false,
    },
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
  });
}
