import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  declarante,
  empezar,
  firmarYPresentar,
  llenar,
  reciboDe,
  type Declarante,
} from '../../../pruebas/declaraciones.ts';
import { leido } from '../../../pruebas/leido.ts';
import { firmar, pedirClave } from '../../../pruebas/firma.ts';
import { revisado, textoDePdf } from '../../../pruebas/pdf.ts';
import { abrirOficina, type OficinaDePrueba } from '../../../pruebas/oficina.ts';
import type { ActoDePresentar } from '../presentar/index.ts';
import { abrirCorreccion } from './abrir-correccion.ts';
import { contenidoDeActo } from './contenido.ts';

let o: OficinaDePrueba;
beforeAll(async () => {
  o = await abrirOficina();
});
afterAll(() => o.cerrar());

const DIA_MS = 86_400_000;
const TRABAJO = 'cedula-general-rentas-de-trabajo';

/** A return that was filed. @returns the address of its receipt */
async function presentada(q: Declarante, anio: number): Promise<string> {
  const borrador = await empezar(q, { anio });
  await llenar(q, borrador);
  await firmarYPresentar(o, q, borrador);
  return reciboDe(q);
}

async function corregir({ n }: Declarante, recibo: string) {
  await n.ver(recibo);
  return n.enviar(`${recibo}/corregir`);
}

async function cambiar(
  { n }: Declarante,
  borrador: string,
  campos: Record<string, string>,
  seccion = TRABAJO,
) {
  await n.ver(`${borrador}/formulario/${seccion}`);
  const r = await n.enviar(`${borrador}/formulario/${seccion}`, {
    ...escrito(n.pagina?.body ?? ''),
    ...campos,
  });
  if (r.statusCode !== 303) throw new Error(`cambiar: ${r.statusCode} ${leido(r.body).slice(0, 500)}`);
}

/** What the form of the page has written in it. */
const escrito = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<input[^>]*name="(casilla-[^"]+)"[^>]*>/g)].flatMap(([campo, nombre = '']) =>
      campo.includes('type="checkbox"') ? [] : [[nombre, /value="([^"]*)"/.exec(campo)?.[1] ?? '']],
    ),
  );

/** Corrects a return with other figures. @returns the address of the new receipt */
async function corregida(q: Declarante, recibo: string, campos: Record<string, string>, seccion?: string) {
  const borrador = String((await corregir(q, recibo)).headers.location);
  await cambiar(q, borrador, campos, seccion);
  await firmarYPresentar(o, q, borrador);
  return { recibo: reciboDe(q), borrador };
}

interface Posicion {
  impuesto: number;
  sancion: number;
  aFavor: number;
}

/** What the ledger says that is owed, and what the return that stands says. */
async function libroYDeclaracion(q: Declarante, anio: number): Promise<[Posicion, Posicion]> {
  const [libro] = await o.consultar<Posicion>(
    `select sum(case when a.debe = 'impuesto' and a.debe_de = b.id then valor when a.haber = 'impuesto' and a.haber_de = b.id then -valor else 0 end)::int as impuesto,
       sum(case when a.debe = 'sancion' and a.debe_de = b.id then valor when a.haber = 'sancion' and a.haber_de = b.id then -valor else 0 end)::int as sancion,
       sum(case when a.haber = 'pagos' and a.haber_de = b.id then valor when a.debe = 'pagos' and a.debe_de = b.id then -valor else 0 end)::int as "aFavor"
     from obligaciones.obligacion b join obligaciones.asiento a on b.id in (a.debe_de, a.haber_de)
     where b.titular_id = $1 and b.anio = $2 and b.concepto = 'renta'`,
    [q.d.id, anio],
  );
  const [vale] = await o.consultar<{ p: Posicion }>(
    `select acto -> 'posiciones' -> 0 as p from declaraciones.declaracion d where titular_id = $1 and anio = $2
       and not exists (select from declaraciones.declaracion c where c.corrige_id = d.id)`,
    [q.d.id, anio],
  );
  if (!libro || !vale) throw new Error('nothing was filed');
  const { impuesto, sancion, aFavor } = vale.p;
  return [libro, { impuesto, sancion, aFavor }];
}

describe('corregir una declaración', () => {
  it('sube, baja y no cambia: el libro queda siempre como la última, y la historia dice cada casilla', async () => {
    const q = await declarante(o);
    const primera = await presentada(q, 2024);
    const [, antes] = await libroYDeclaracion(q, 2024);

    const { recibo: segunda, borrador } = await corregida(q, primera, { 'casilla-32': '140.000.000' });
    const [libro, sube] = await libroYDeclaracion(q, 2024);
    expect(libro).toEqual(sube);
    expect(sube.impuesto).toBeGreaterThan(antes.impuesto);
    expect(sube.sancion).toBeGreaterThan(antes.sancion);
    expect((await q.n.ver(borrador)).statusCode).toBeLessThan(400);

    const { recibo: tercera } = await corregida(q, segunda, { 'casilla-32': '110.000.000' });
    const [libroDespues, baja] = await libroYDeclaracion(q, 2024);
    expect(libroDespues).toEqual(baja);
    expect([baja.impuesto < sube.impuesto, baja.sancion]).toEqual([true, sube.sancion]);

    const { recibo: cuarta } = await corregida(q, tercera, { 'casilla-29': '300.000.000' }, 'patrimonio');
    const [libroAlFinal, igual] = await libroYDeclaracion(q, 2024);
    expect([libroAlFinal, igual]).toEqual([baja, baja]);

    const historia = leido((await q.n.ver(`${primera}/historia`)).body);
    expect(historia).toContain('Corrección 3 Es la que vale');
    expect(historia).toContain('La primera Reemplazada');
    expect(historia).toMatch(/32\. .{5,80} \$ 120\.000\.000 \$ 140\.000\.000 \$ 20\.000\.000/);
    expect(historia).toMatch(/32\. .{5,80} \$ 140\.000\.000 \$ 110\.000\.000 . ?\$ 30\.000\.000/);
    expect(historia).toMatch(/29\. Total patrimonio bruto Vacía \$ 300\.000\.000/);

    // Nobody corrects one that was replaced.
    const no = await q.n.enviar(`${primera}/corregir`);
    expect([no.statusCode, leido(no.body).includes('ya fue reemplazada')]).toEqual([409, true]);
    expect((await q.n.ver(cuarta)).body).toContain(`action="${cuarta}/corregir"`);
  });

  it('el PDF de la reemplazada lo dice al verificarla, y la corrección llega una vez por correo', async () => {
    const q = await declarante(o);
    const primera = await presentada(q, 2025);
    await o.trabajar();
    const pdf = await q.n.ver(`${primera}/pdf`);
    expect(String(pdf.headers['content-disposition'])).toMatch(/210-2025-\d{14}\.pdf/);
    const texto = await textoDePdf(pdf.rawPayload);
    expect(texto).toContain('Presentada');
    expect(texto).toMatch(/32 120\.000\.000/);
    const { sello, adjuntos, codigos } = await revisado(pdf.rawPayload);
    expect(sello).toContain('Signature is Valid');
    for (const suyo of ['acto.json', 'firma.jws', 'firma.p7s', 'mostrado.json', 'evidencia.json'])
      expect(adjuntos).toContain(suyo);
    expect(codigos).toMatch(/^CODE-128:415\d{13}8020210\d{11}$/m);
    const [documento] = await o.consultar<{ id_publico: string }>(
      `select id_publico from sello.documento where titular_id = $1 and contenido ->> 'archivo' ~ '^210-2025-'`,
      [q.d.id],
    );
    const verificar = `/verificar/${documento?.id_publico ?? ''}`;
    expect(leido((await o.navegador().ver(verificar)).body)).toContain('Nadie la ha corregido');
    await corregida(q, primera, { 'casilla-32': '121.000.000' });
    await o.trabajar();
    await o.trabajar();
    expect(leido((await o.navegador().ver(verificar)).body)).toContain('Reemplazada por una corrección');
    const cartas = await o.consultar<{ asunto: string }>(
      `select asunto from plataforma.mensaje where lower(destino) = lower($1) and asunto ~ '^Declaración de renta'`,
      [q.d.p.correo],
    );
    expect(cartas.map((c) => c.asunto).toSorted()).toEqual([
      'Declaración de renta de 2025: corregida',
      'Declaración de renta de 2025: presentada',
    ]);
  });

  it('dos correcciones a la vez son una: se abre un borrador y se presenta una vez', async () => {
    const q = await declarante(o);
    const recibo = await presentada(q, 2025);
    await q.n.ver(recibo);
    const abiertas = await Promise.all([q.n.enviar(`${recibo}/corregir`), q.n.enviar(`${recibo}/corregir`)]);
    const borrador = String(abiertas[0].headers.location);
    expect(abiertas.map((r) => r.headers.location)).toEqual([borrador, borrador]);
    await cambiar(q, borrador, { 'casilla-32': '130.000.000' });
    await pedirClave(o, q.n, `${borrador}/firmar`);
    const firmas = await Promise.all([
      firmar(o, q.n, `${borrador}/firmar`, q.d.p),
      firmar(o, q.n, `${borrador}/firmar`, q.d.p),
    ]);
    expect(firmas.every((r) => r.statusCode < 500)).toBe(true);
    const cuantas = await o.consultar('select 1 from declaraciones.declaracion where titular_id = $1', [
      q.d.id,
    ]);
    expect(cuantas).toHaveLength(2);
    const [libro, vale] = await libroYDeclaracion(q, 2025);
    expect(libro).toEqual(vale);
  });

  it('pasado un año no se baja (ET 589), y sí se sube hasta los tres (ET 588)', async () => {
    const q = await declarante(o);
    const recibo = await presentada(q, 2023);
    expect(leido((await q.n.ver(recibo)).body)).toContain(
      'Para pagar menos, o tener más a favor, el plazo terminó',
    );
    const borrador = String((await corregir(q, recibo)).headers.location);
    await cambiar(q, borrador, { 'casilla-32': '100.000.000' });
    const revision = leido((await q.n.ver(`${borrador}/revision`)).body);
    expect(revision).toMatch(/baja en \$ [\d.]+ lo que paga.* el plazo terminó el .* de 2025 \(ET 589\)/);
    expect(revision).not.toContain('Firmar y presentar');
    expect((await q.n.ver(`${borrador}/firmar`)).statusCode).toBe(409);
    await cambiar(q, borrador, { 'casilla-32': '125.000.000' });
    await firmarYPresentar(o, q, borrador);
    const [libro, vale] = await libroYDeclaracion(q, 2023);
    expect(libro).toEqual(vale);
  });

  it('el borrador se descarga como borrador, y a quien no es suyo no le existe', async () => {
    const q = await declarante(o);
    const borrador = await empezar(q);
    await llenar(q, borrador);
    const pdf = await q.n.ver(`${borrador}/borrador.pdf`);
    expect([pdf.statusCode, pdf.headers['content-type']]).toEqual([200, 'application/pdf']);
    const texto = await textoDePdf(pdf.rawPayload);
    expect(texto).toContain('BORRADOR, SIN VALIDEZ.');
    expect(texto).toContain('120.000.000');
    const otra = await declarante(o);
    expect((await otra.n.ver(`${borrador}/borrador.pdf`)).statusCode).toBe(404);
    const ajeno = borrador.replace(q.d.inscrita.titular, otra.d.inscrita.titular);
    expect((await otra.n.ver(`${ajeno}/borrador.pdf`)).statusCode).toBe(404);
  });

  it('el saldo a favor que se toma del año anterior deja de estar a favor allá (ET 815); si se corrige, vuelve', async () => {
    const q = await declarante(o);
    const SALDO = 'liquidacion-privada-saldo';
    const pasada = await empezar(q, { anio: 2024 });
    await llenar(q, pasada);
    await cambiar(q, pasada, { 'casilla-132': '90.000.000' }, SALDO);
    await firmarYPresentar(o, q, pasada);
    const aFavorDe = async (anio: number) => {
      const [f] = await o.consultar<{ queda: string }>(
        `select coalesce(sum(case when a.haber_de = o.id and a.haber = 'pagos' then a.valor else 0 end)
           - sum(case when a.debe_de = o.id and a.debe = 'pagos' then a.valor else 0 end), 0) as queda
         from obligaciones.obligacion o join obligaciones.asiento a on o.id in (a.haber_de, a.debe_de)
         where o.titular_id = $1 and o.anio = $2`,
        [q.d.id, anio],
      );
      return Number(f?.queda);
    };
    const habia = await aFavorDe(2024);
    expect(habia).toBeGreaterThan(10_000_000);
    const borrador = await empezar(q, { anio: 2025 });
    await llenar(q, borrador);
    const sugerido = (await q.n.ver(`${borrador}/lo-reportado`)).body;
    const nombres = new Set([...sugerido.matchAll(/name="(es-[^"]+)"/g)].map(([, n = '']) => n));
    await q.n.enviar(`${borrador}/lo-reportado`, Object.fromEntries([...nombres].map((n) => [n, 'no'])));
    // More than there is: what the ledger does not know is said, and not taken.
    await cambiar(q, borrador, { 'casilla-131': String(habia + 5_000_000) }, SALDO);
    const aFirmar = leido((await q.n.ver(`${borrador}/firmar`)).body);
    expect(aFirmar).toContain('a favor de renta de 2024: deja de estar a favor en esa cuenta.');
    expect(aFirmar).toContain('$ 5.000.000 no está a favor en esta oficina.');
    await firmarYPresentar(o, q, borrador);
    expect(await aFavorDe(2024)).toBe(0);
    await corregida(q, reciboDe(q), { 'casilla-131': '4.000.000' }, SALDO);
    expect(await aFavorDe(2024)).toBe(habia - 4_000_000);
  });

  it('pasados tres años no se abre la corrección, y lo que dijo una declaración se vuelve a llenar de su acto', async () => {
    const q = await declarante(o);
    await presentada(q, 2025);
    const [f] = await o.consultar<{ acto: ActoDePresentar; id_publico: string }>(
      'select acto, id_publico from declaraciones.declaracion where titular_id = $1',
      [q.d.id],
    );
    if (!f) throw new Error('nothing was filed');
    const contenido = contenidoDeActo(f.acto);
    expect(contenido).toMatchObject({ 'casilla:32': 120_000_000, 'casilla:33': 9_600_000 });
    for (const clave of ['1', '4', '5', '26', '135', '136'])
      expect(contenido).not.toHaveProperty([`casilla:${clave}`]);
    o.reloj.avanzar(4 * 366 * DIA_MS);
    await expect(
      o.oficina.enTransaccion({ tipo: 'persona', persona: q.d.id, sesion: q.d.id }, (trx) =>
        abrirCorreccion(trx, f.id_publico),
      ),
    ).rejects.toThrow('ya no se puede corregir');
  });
});
