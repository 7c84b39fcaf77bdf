import { firmar, obtenerFirma, pedirClave } from './firma.ts';
import { leido } from './leido.ts';
import type { Navegador } from './navegador.ts';
import { deudoraSinDeudas, type Deudora } from './oficina-con-deudas.ts';
import type { OficinaDePrueba } from './oficina.ts';

/** Somebody with a signature of their own, in a browser, who is about to file a return. */
export interface Declarante {
  d: Deudora;
  n: Navegador;
  /** `/de/<titular>/declaraciones` */
  base: string;
}

export const declarante = async (o: OficinaDePrueba): Promise<Declarante> =>
  declaranteDe(o, await deudoraSinDeudas(o));

/** The same, of somebody who is in the RUT already. */
export async function declaranteDe(o: OficinaDePrueba, d: Deudora): Promise<Declarante> {
  const { navegador: n } = await obtenerFirma(o, d.inscrita, d.p);
  return { d, n, base: `/de/${d.inscrita.titular}/declaraciones` };
}

/** Begins a return. @returns the address of its draft */
export async function empezar(
  { n, base }: Declarante,
  cual: { formulario?: string; anio?: number; periodo?: string } = {},
): Promise<string> {
  const { formulario = '210', anio = 2025, periodo = 'anual' } = cual;
  await n.ver(base);
  await n.enviar(base, { formulario, anio: String(anio), periodo });
  if (n.pagina?.statusCode !== 303) throw new Error(`empezar: ${n.pagina?.statusCode ?? ''}`);
  return String(n.pagina.headers.location);
}

const SALARIO = { 'casilla-32': '120.000.000', 'casilla-33': '9.600.000', 'casilla-36': '27.600.000' };

/** Writes what a salary leaves in its section, and says that nothing else happened in the year. */
export async function llenar({ n }: Declarante, borrador: string, trabajo: Record<string, string> = SALARIO) {
  const camino = `${borrador}/formulario/cedula-general-rentas-de-trabajo`;
  await n.ver(`${borrador}/nadie-reporta`);
  await n.enviar(`${borrador}/nadie-reporta`, { _accion: 'ninguna' });
  await n.ver(camino);
  return n.enviar(camino, trabajo);
}

/** Signs and files. @returns the page of its receipt */
export async function firmarYPresentar(o: OficinaDePrueba, q: Declarante, borrador: string) {
  await pedirClave(o, q.n, `${borrador}/firmar`);
  const r = await firmar(o, q.n, `${borrador}/firmar`, q.d.p);
  if (r.statusCode !== 303) throw new Error(`firmar: ${r.statusCode} ${leido(r.body).slice(0, 2000)}`);
  await q.n.seguir();
  return q.n.seguir();
}

/** The address of the receipt that is on screen. */
export function reciboDe({ n }: Declarante): string {
  const [recibo] = /\/de\/[^"]*\/presentadas\/[0-9a-z]{26}/.exec(n.pagina?.body ?? '') ?? [];
  if (!recibo) throw new Error('What is on screen is no receipt');
  return recibo;
}
