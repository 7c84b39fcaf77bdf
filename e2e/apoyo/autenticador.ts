import type { Visita } from './visita.ts';

/** Gives the page a device that keeps passkeys and always finds its owner there. */
export async function conAutenticador({ contexto, pagina }: Visita): Promise<void> {
  const cdp = await contexto.newCDPSession(pagina);
  await cdp.send('WebAuthn.enable');
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}
