import { describe, expect, it } from 'vitest';
import { APERTURA, CONTRASENA } from '../../pruebas/personas.ts';
import { abrirClavePersona, cambiarContrasena, crearClavePersona } from './index.ts';

const { publica, sobre } = await crearClavePersona(APERTURA);
const MENSAJE = Buffer.from('lo que se firma');
const ECDSA = { name: 'ECDSA', hash: 'SHA-256' };

async function firmaConLaMisma(clave: CryptoKey | undefined): Promise<boolean> {
  if (!clave) return false;
  return crypto.subtle.verify(ECDSA, publica, await crypto.subtle.sign(ECDSA, clave, MENSAJE), MENSAJE);
}

describe('la clave de una persona', () => {
  it('la abre su contraseña, y entonces firma, pero no se puede sacar', async () => {
    const clave = await abrirClavePersona(sobre, APERTURA);
    expect(await firmaConLaMisma(clave)).toBe(true);
    expect(clave?.extractable).toBe(false);
  });

  it.each([
    ['otra contraseña', { contrasena: `${CONTRASENA} ` }],
    ['ninguna', { contrasena: '' }],
    ['la contraseña sin el secreto de la oficina', { pimienta: new Uint8Array(32) }],
    ['la contraseña en la casilla de otra persona', { contexto: 'firma.clave:otra' }],
  ])('no la abre %s', async (_que, cambio) => {
    expect(await abrirClavePersona(sobre, { ...APERTURA, ...cambio })).toBeUndefined();
  });

  it('una tilde escrita de dos maneras es la misma contraseña', async () => {
    const tildada = { ...APERTURA, contrasena: 'mañana 2026' };
    const { sobre: otro } = await crearClavePersona(tildada);
    expect(await abrirClavePersona(otro, { ...APERTURA, contrasena: 'man\u0303ana 2026' })).toBeDefined();
  });

  it('cambiar la contraseña conserva la clave y deja sin efecto la anterior', async () => {
    const nuevo = await cambiarContrasena(sobre, APERTURA, 'changua los domingos 7');
    if (!nuevo) throw new Error('No cambió.');
    expect(await abrirClavePersona(nuevo, APERTURA)).toBeUndefined();
    const conNueva = { ...APERTURA, contrasena: 'changua los domingos 7' };
    expect(await firmaConLaMisma(await abrirClavePersona(nuevo, conNueva))).toBe(true);
  });

  it('con la contraseña equivocada no se cambia nada', async () => {
    expect(await cambiarContrasena(sobre, { ...APERTURA, contrasena: 'no' }, 'x')).toBeUndefined();
  });

  it('en el sobre no queda nada de la clave en claro, y dos sobres iguales no lo parecen', async () => {
    const otro = await cambiarContrasena(sobre, APERTURA, CONTRASENA);
    expect(otro?.kdf.sal).not.toBe(sobre.kdf.sal);
    expect(otro?.cifrado).not.toBe(sobre.cifrado);
    // The prologue of a PKCS #8 of P-256.
    expect(Buffer.from(sobre.cifrado, 'base64').includes(Buffer.from('06072a8648ce3d0201', 'hex'))).toBe(
      false,
    );
  });
});
