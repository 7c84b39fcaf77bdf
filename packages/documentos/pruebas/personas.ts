import { aPem } from '../src/autoridad/pem.ts';
import {
  abrirClavePersona,
  crearClavePersona,
  emitirCertificadoPersona,
  emitirLista,
  type ActoPorFirmar,
  type FirmaDePersona,
  type Revocado,
} from '../src/personas/index.ts';
import { AHORA, autoridadDePrueba } from './muestras.ts';

export const CONTRASENA = 'arepa con 2 quesos';
export const APERTURA = {
  contrasena: CONTRASENA,
  pimienta: new Uint8Array(32).fill(9),
  contexto: 'firma.clave:prueba',
};
const ANO = 365 * 86_400_000;

/** A fictional person with a certificate under the test authority, and their key open. */
export async function personaFirmante(
  cambios: { nit?: string; desde?: Date; hasta?: Date } = {},
): Promise<FirmaDePersona & { serie: string; nit: string }> {
  const material = await autoridadDePrueba();
  const { nit = '1990100001', desde = AHORA, hasta = new Date(AHORA.getTime() + 3 * ANO) } = cambios;
  const { publica, sobre } = await crearClavePersona(APERTURA);
  const clave = await abrirClavePersona(sobre, APERTURA);
  if (!clave) throw new Error('The password that closed the key does not open it');
  const { pem, serie } = await emitirCertificadoPersona(material, {
    persona: { nit, apellidos: 'Rojas Peña', nombres: 'Marcela Andrea' },
    publica,
    desde,
    hasta,
    urlLista: 'https://autogestion.ejemplo.co/firma/revocados.crl',
    urlPolitica: 'https://autogestion.ejemplo.co/firma/politica',
    demostracion: true,
  });
  return { clave, certificado: pem, material, serie, nit };
}

export const actoDePrueba = (cambios: Partial<ActoPorFirmar> = {}): ActoPorFirmar => ({
  version: 1,
  tipo: 'firma.prueba',
  radicado: '2026FE000000001',
  firmante: { nit: '1990100001', nombre: 'MARCELA ANDREA ROJAS PEÑA' },
  titular: { nit: '1990100001', nombre: 'MARCELA ANDREA ROJAS PEÑA' },
  firmadoEn: AHORA.toISOString(),
  acto: { proposito: 'Probar la firma', valor: 1 },
  mostrado: 'ab'.repeat(32),
  ...cambios,
});

/** A list of the test authority, issued at `en`. */
export async function listaDePrueba(
  revocados: Revocado[] = [],
  en = AHORA,
): Promise<Uint8Array<ArrayBuffer>> {
  return emitirLista(await autoridadDePrueba(), {
    numero: 7,
    emitidaEn: en,
    vigenteHasta: new Date(en.getTime() + 7 * 86_400_000),
    revocados,
    vencidosDesde: new Date('2026-01-01T00:00:00Z'),
  });
}

export const listaEnPem = (der: Uint8Array): string => aPem(der, 'X509 CRL');
