import type { RegistroRut } from '@autogestion/normas/rut';
import type { Rol } from '../src/cuentas/index.ts';
import { llamar } from '../src/plataforma/index.ts';
import { prepararVersion, versionVigente } from '../src/rut/index.ts';
import { codigoDeAplicacion, funcionario, idDe } from './cuentas.ts';
import { firmar, obtenerFirma, pedirClave } from './firma.ts';
import { inscribirPersona, persona, type Inscrita, type PersonaDePrueba } from './inscripcion.ts';
import type { Navegador } from './navegador.ts';
import type { OficinaDePrueba } from './oficina.ts';
import { SISTEMA } from './transacciones.ts';

/** Another version of somebody's RUT, as if an official had updated it. */
export async function actualizarRut(
  o: OficinaDePrueba,
  i: Pick<Inscrita, 'titular'>,
  cambiar: (c: RegistroRut['clasificacion']) => Partial<RegistroRut['clasificacion']>,
): Promise<void> {
  const titular = await idDe(o, i.titular);
  await o.oficina.comoPropietario(SISTEMA, async (trx) => {
    const vigente = await versionVigente(trx, titular);
    if (!vigente) throw new Error('There is no such taxpayer');
    const { registro } = vigente;
    const v = await prepararVersion(trx, {
      ...registro,
      clasificacion: { ...registro.clasificacion, ...cambiar(registro.clasificacion) },
    });
    await llamar(trx, 'rut.insertar_version', {
      id: v.id,
      titular,
      formulario: v.formulario,
      concepto: '13',
      registro: v.registro,
      radicado: v.radicado,
      hash: v.hash,
      ahora: trx.ahora,
    });
  });
}

/** Somebody who may sign, with their browser. */
export interface Contribuyente {
  i: Inscrita;
  p: PersonaDePrueba;
  n: Navegador;
  de: string;
}

/** Somebody with a signature and those codes in box 53. */
export async function contribuyente(
  o: OficinaDePrueba,
  ...responsabilidades: string[]
): Promise<Contribuyente> {
  const p = persona();
  const i = await inscribirPersona(o, p);
  await actualizarRut(o, i, () => ({ responsabilidades, establecimientos: 1 }));
  const { navegador: n } = await obtenerFirma(o, i, p);
  return { i, p, n, de: `/de/${i.titular}` };
}

/** A change of state, as if an act of the office had made it. */
export async function cambiarEstado(
  o: OficinaDePrueba,
  i: Pick<Inscrita, 'titular'>,
  estado: 'activo' | 'suspendido' | 'cancelado',
): Promise<void> {
  const ahora = o.reloj.ahora();
  await o.consultar(
    `insert into rut.cambio_estado (id, titular_id, estado, desde, acto, anotado_en)
     values (gen_random_uuid(), $1, $2, $3::timestamptz, 'ACTO DE PRUEBA', $3::timestamptz)`,
    [await idDe(o, i.titular), estado, ahora],
  );
}

/** A shop of one room that may stop being responsible for IVA. */
export const TIENDA = [
  ['actividad', { actividad: 'minorista' }],
  ...['anterior', 'en-curso'].flatMap(
    (a) =>
      [
        [`ingresos-${a}`, { valor: '48.000.000' }],
        [`establecimientos-${a}`, { cuantos: '1' }],
        [`intangibles-${a}`, { respuesta: 'no' }],
        [`aduanero-${a}`, { respuesta: 'no' }],
        [`contratos-${a}`, { respuesta: 'no' }],
        [`consignaciones-${a}`, { valor: '40.000.000' }],
      ] as const,
  ),
  ['respuesta', {}],
] as const;
/** Somebody who does nothing more with IVA and has nothing left to sell. */
export const DEJO = [
  ['vende-gravado', { respuesta: 'no' }],
  ['cese', { 'fecha-dia': '15', 'fecha-mes': '1', 'fecha-anio': '2026' }],
  ['inventario', { respuesta: 'no' }],
] as const;
/** A restaurant that may leave the consumption tax. */
export const RESTAURANTE = [
  ['solo-restaurantes', { respuesta: 'si' }],
  ...[3, 2, 1, 0].flatMap(
    (n) =>
      [
        [`ingresos-hace-${n}`, { valor: '60.000.000' }],
        [`establecimientos-hace-${n}`, { cuantos: '1' }],
      ] as const,
  ),
  ['respuesta', {}],
] as const;

/** Answers a journey page by page, from its first page on, without script. @returns the page where it ended. */
export async function responder(
  n: Navegador,
  entrada: string,
  respuestas: readonly (readonly [slug: string, campos: Record<string, string>])[],
): Promise<string> {
  await n.ver(entrada);
  const abierto = await n.enviar(entrada);
  const base = String(abierto.headers.location);
  await n.ver(base);
  for (const [slug, campos] of respuestas) {
    await n.ver(`${base}/${slug}`);
    const r = await n.enviar(`${base}/${slug}`, campos);
    if (r.statusCode !== 303) throw new Error(`${slug}: ${r.statusCode} ${String(r.headers.location)}`);
  }
  await n.ver(`${base}/revision`);
  const fin = await n.enviar(`${base}/revision`);
  return String(fin.headers.location);
}

/** Signs a prepared request, with which it is filed. @returns the radicado. */
export async function firmarSolicitud(
  o: OficinaDePrueba,
  n: Navegador,
  p: PersonaDePrueba,
  solicitud: string,
): Promise<string> {
  await pedirClave(o, n, `${solicitud}/firmar`);
  const r = await firmar(o, n, `${solicitud}/firmar`, p);
  if (r.statusCode !== 303) throw new Error(`firmar: ${r.statusCode}`);
  await n.seguir();
  return String(n.pagina?.headers.location).split('/').at(-1) ?? '';
}

/** Somebody of the desk, who has just proved their factor: for some minutes they may decide. */
export async function deLaMesa(
  o: OficinaDePrueba,
  usuario: string,
  rol: Rol = 'mesa-rut',
): Promise<Navegador> {
  const { n, secreto } = await funcionario(o, { usuario, roles: [rol] });
  // An authenticator's code serves once.
  o.reloj.avanzar(31_000);
  await n.ver('/confirmar?nivel=reforzada');
  const r = await n.enviar('/confirmar/autenticador', { codigo: codigoDeAplicacion(o, secreto) });
  if (r.statusCode !== 303) throw new Error(`confirmar: ${r.statusCode}`);
  return n;
}

/** The desk takes the next case of its queue, or that one, and writes what it verified. @returns its page. */
export async function verificarEnMesa(
  n: Navegador,
  verificables: readonly string[],
  radicado?: string,
): Promise<string> {
  await n.ver(radicado ? `/mesa/tramites/${radicado}` : '/mesa/tramites');
  const tomado = radicado
    ? await n.enviar(`/mesa/tramites/${radicado}/tomar`)
    : await n.enviar('/mesa/tramites/siguiente', { rol: 'mesa-rut' });
  const caso = String(tomado.headers.location);
  for (const que of verificables) {
    await n.ver(caso);
    const r = await n.enviar(`${caso}/verificar`, { que, hallazgo: 'no-hay', nota: 'Se buscó y no hay.' });
    if (r.statusCode !== 303) throw new Error(`verificar ${que}: ${r.statusCode}`);
  }
  return caso;
}

/** Decides with the text that the template proposes, unless told another. */
export async function decidirEnMesa(
  n: Navegador,
  caso: string,
  sentido: string,
  cambios: Record<string, string> = {},
) {
  const { body } = await n.ver(`${caso}/decidir/${sentido}`);
  const texto = (campo: string) =>
    (new RegExp(`<textarea[^>]*name="${campo}"[^>]*>([^<]*)`).exec(body)?.[1] ?? '')
      .replaceAll('&lt;', '<')
      .replaceAll('&amp;', '&')
      .replaceAll('&quot;', '"');
  return n.enviar(`${caso}/decidir/${sentido}`, {
    // Where the template gives none, or the page offers no form, somebody insists.
    razones: texto('razones') || 'Con lo que hay en el expediente.',
    fundamento: texto('fundamento') || 'DUR 1.6.1.2.31',
    ...cambios,
  });
}
