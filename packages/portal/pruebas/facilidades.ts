import { fecha } from '@autogestion/normas/fechas';
import {
  facilidadesDelTitular,
  facilidadPorIdPublico,
  type Facilidad,
} from '../src/obligaciones/facilidad/consultas.ts';
import { cargo, pago } from '../src/obligaciones/libro/index.ts';
import { obtenerFirma } from './firma.ts';
import { deudoraSinDeudas, type Deudora } from './oficina-con-deudas.ts';
import type { OficinaDePrueba } from './oficina.ts';
import { comoPersona } from './tramites.ts';
import { firmarSolicitud } from './verificados.ts';

/** Somebody with a signature who owes one renta, of which a part was paid late. */
export async function deudoraQueFirma(o: OficinaDePrueba, impuesto = 3_000_000n): Promise<Deudora> {
  const d = await deudoraSinDeudas(o);
  await obtenerFirma(o, d.inscrita, d.p);
  const obligacion = await d.obligacion('renta', 2024);
  const vence = fecha('2025-08-12');
  await d.asentar({
    clase: 'liquidacion',
    asientos: [cargo({ obligacion, rubro: 'impuesto', valor: impuesto, desde: vence, vence })],
  });
  await d.asentar({ clase: 'pago', asientos: [pago(obligacion, 777_777n, fecha('2025-11-05'))] });
  return d;
}

/** From the simulator to the request that waits for its signature, without script. @returns its page */
export async function pedirFacilidad(
  d: Deudora,
  cambios: Record<string, string | string[]> = {},
): Promise<string> {
  const simulador = `${d.base}/facilidad`;
  await d.n.ver(simulador);
  const r = await d.n.enviar(simulador, {
    deudas: await d.publico(await d.obligacion('renta', 2024)),
    cuotas: '6',
    periodicidad: 'mensual',
    inicial: '0',
    garantia: 'ninguna',
    ...cambios,
  });
  const base = String(r.headers.location);
  await d.n.ver(base);
  await d.n.seguir();
  const fin = await d.n.enviar(`${base}/revision`);
  return String(fin.headers.location);
}

/** The newest facility of somebody, as they see it. */
export async function facilidadDe(o: OficinaDePrueba, d: Deudora): Promise<Facilidad | undefined> {
  return o.oficina.enTransaccion(comoPersona(d.id), async (trx) => {
    const [una] = await facilidadesDelTitular(trx);
    return una && facilidadPorIdPublico(trx, una.idPublico);
  });
}

/** Asked for, signed and granted by the office itself. */
export async function concedida(
  o: OficinaDePrueba,
  d: Deudora,
  cambios: Record<string, string | string[]> = {},
): Promise<Facilidad> {
  await firmarSolicitud(o, d.n, d.p, await pedirFacilidad(d, cambios));
  const f = await facilidadDe(o, d);
  if (!f) throw new Error('Nothing was granted');
  return f;
}
