import { fecha } from '@autogestion/normas/fechas';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { funcionario } from '../../../pruebas/cuentas.ts';
import { abrirOficinaConDeudas, type Deudora } from '../../../pruebas/oficina-con-deudas.ts';
import { comoPersona } from '../../../pruebas/tramites.ts';
import type { Navegador } from '../../../pruebas/navegador.ts';
import type { OficinaDePrueba } from '../../../pruebas/oficina.ts';
import { antesYDespues, cargo, estadosAl, leerLibro, pago, type Libro } from '../libro/index.ts';
import { pagosHechos } from '../certificados/de-pago.ts';
import { movimientosDe } from '../estado/movimientos.ts';
import { pagosDe as pagosQueSeBuscan } from '../ya-pague/en-el-libro.ts';
import { loQueEscribe } from './acto.ts';
import { actosSobre, pagosDe, renglonDe } from './lo-que-hay.ts';

let o: OficinaDePrueba;
let d: Deudora;
let nit: string;
let luz: Navegador;
let mar: Navegador;
beforeAll(async () => {
  ({ o, d } = await abrirOficinaConDeudas());
  const [f] = await o.consultar<{ nit: string }>(
    'select nit from rut.versiones where titular_id = $1 and vigente',
    [d.id],
  );
  nit = f?.nit ?? '';
  luz = (await funcionario(o, { usuario: 'luz', roles: ['obligaciones'] })).n;
  mar = (await funcionario(o, { usuario: 'mar', roles: ['obligaciones'] })).n;
});
afterAll(() => o.cerrar());

const MOTIVO = 'El banco confirmó dos veces el mismo pago.';
const texto = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&nbsp;|\u00a0/g, ' ')
    .replace(/\s+/g, ' ');

/** Writes why they look. @returns the address of whom they attend */
async function atender(n: Navegador): Promise<string> {
  await n.ver('/mesa/obligaciones');
  const r = await n.enviar('/mesa/obligaciones', { nit, motivo: 'La persona pidió que se revisara.' });
  expect(r.statusCode).toBe(303);
  return String(r.headers.location);
}
const libroDe = (): Promise<Libro> => o.oficina.enTransaccion(comoPersona(d.id), (trx) => leerLibro(trx));
const debe = async (obligacion: string, al = o.reloj.hoy()): Promise<bigint | undefined> =>
  estadosAl(await libroDe(), al).find((x) => x.id === obligacion)?.estado.debe;
const pagadoEn = (libro: Libro): bigint =>
  estadosAl(libro, o.reloj.hoy()).reduce(
    (s, { estado: e }) =>
      s + Object.values(e.pagado).reduce((a, b) => a + b, 0n) + e.exceso - e.porReintegrar,
    0n,
  );

/** A payment that entered, in an obligation of its own. @returns where it is */
async function entra(anio: number, valor: bigint): Promise<{ obligacion: string; renglon: string }> {
  const obligacion = await d.obligacion('patrimonio', anio);
  const numero = await d.asentar({ clase: 'pago', asientos: [pago(obligacion, valor, fecha('2026-01-15'))] });
  return { obligacion, renglon: `${numero}.1` };
}
/** Asks for an act and confirms what it showed. */
async function hacer(n: Navegador, camino: string, campos: Record<string, string>) {
  expect((await n.ver(camino)).statusCode, camino).toBe(200);
  const visto = await n.enviar(camino, campos);
  expect([visto.statusCode, texto(visto.body)]).toEqual([
    200,
    expect.stringContaining('Revise antes de seguir'),
  ]);
  const hecho = await n.enviar(camino, n.ocultos());
  expect([hecho.statusCode, hecho.statusCode === 303 ? '' : texto(hecho.body)]).toEqual([303, '']);
  return { visto: texto(visto.body), hecho };
}
/** Opens what waits, as it is offered to another official. @returns its address and what it says */
async function revisar(n: Navegador, numero: string) {
  const { body } = await n.ver('/mesa/obligaciones');
  const fila = body.split('<tr').find((f) => numero !== '' && f.includes(numero)) ?? '';
  expect(fila, `${numero} is offered to another official`).not.toBe('');
  const accion = /action="([^"]+)"/.exec(fila)?.[1] ?? '';
  const r = await n.enviar(accion);
  const camino = String(r.headers.location);
  return { camino, pagina: await n.ver(camino) };
}
const cartas = (asunto: string) =>
  o.consultar<{ asunto: string; texto: string }>(
    `select asunto, texto from plataforma.mensaje where destino = $1 and asunto like '%' || $2 || '%'`,
    [d.p.correo, asunto],
  );
const numeroEn = (a: string) => /acto=(\w+)/.exec(a)?.[1] ?? '';
const comprobantes = async (clase: string): Promise<number> => {
  const [f] = await o.consultar<{ n: number }>(
    'select count(*)::int as n from obligaciones.comprobante where clase = $1',
    [clase],
  );
  return f?.n ?? 0;
};

const PAPEL = {
  documento: 'Resolución 900001',
  'expedido-dia': '15',
  'expedido-mes': '1',
  'expedido-anio': '2026',
  'firmeza-dia': '20',
  'firmeza-mes': '2',
  'firmeza-anio': '2026',
  articulo: 'ET 641',
  motivo: 'Sanción que impuso la oficina y quedó en firme.',
};
const SANCION = {
  ...PAPEL,
  que: 'sancion',
  concepto: 'renta',
  anio: '2022',
  periodo: 'anual',
  valor: '523.740',
  'vence-dia': '20',
  'vence-mes': '2',
  'vence-anio': '2026',
};

describe('pasar un pago a otra obligación', () => {
  it('lo hace una funcionaria, con las cifras de antes y después; lo pagado en total no cambia', async () => {
    const base = await atender(luz);
    const renta = await d.obligacion('renta', 2024);
    const libro = await libroDe();
    const suyo = pagosDe(libro).find((p) => p.valor === 10_000_000n);
    const debia = (await debe(renta)) ?? 0n;
    expect(debia).toBeGreaterThan(10_000_000n);
    const { visto, hecho } = await hacer(luz, `${base}/mover/${suyo?.id}`, {
      destino: await d.publico(renta),
      valor: '4.000.000',
      motivo: 'La persona se equivocó de año en el recibo.',
    });
    expect(visto).toContain(
      'Pasan $ 4.000.000, pagados el 12 de agosto de 2025, de renta de 2023 a renta de 2024',
    );
    expect(hecho.headers.location).toMatch(/\?acto=2026OB\d{9}&que=hecho$/);
    const despues = await libroDe();
    expect(pagadoEn(despues)).toBe(pagadoEn(libro));
    expect(await debe(renta)).toBeLessThan(debia - 4_000_000n);
  });

  it('la persona lee en sus movimientos el número y la razón, y le llega un correo sin cifras', async () => {
    const { body } = await d.n.ver(`${d.base}/${await d.publico(await d.obligacion('renta', 2024))}`);
    expect(texto(body)).toMatch(/Acto 2026OB\d{9}: La persona se equivocó de año/);
    const [carta] = await cartas('pasó un pago');
    expect(carta?.texto).toContain('estaba en renta de 2023 pasó a renta de 2024');
    expect(carta?.texto).not.toContain('$');
  });

  it('más de lo que queda, a sí misma, a la de otra persona o sin razón no se mueve', async () => {
    const base = await atender(luz);
    const { obligacion, renglon } = await entra(2020, 100_000n);
    const camino = `${base}/mover/${renglon}`;
    const destino = await d.publico(await d.obligacion('renta', 2024));
    const bien = { destino, valor: '1.000', motivo: 'La persona se equivocó de año.' };
    await luz.ver(camino);
    for (const [mal, dice] of [
      [{ valor: '100.001' }, 'Quedan'],
      [{ valor: '0' }, 'mayor que cero'],
      [{ motivo: 'porque' }, 'Diga por qué'],
      [{ destino: await d.publico(obligacion) }, 'Elija a cuál'],
      [{ destino: 'z'.repeat(26) }, 'Elija a cuál'],
    ] as const) {
      const r = await luz.enviar(camino, { ...bien, ...mal });
      expect([r.statusCode, texto(r.body)]).toEqual([422, expect.stringContaining(dice)]);
    }
    expect((await luz.ver(`${base}/mover/999999.1`)).statusCode).toBe(404);
  });

  it('enviado dos veces a la vez se hace una vez; si la cuenta cambió se vuelve a mostrar', async () => {
    const base = await atender(luz);
    const { renglon } = await entra(2019, 90_000n);
    const camino = `${base}/mover/${renglon}`;
    const campos = {
      destino: await d.publico(await d.obligacion('renta', 2024)),
      valor: '40.000',
      motivo: 'La persona se equivocó de año.',
    };
    await luz.ver(camino);
    await luz.enviar(camino, campos);
    const antes = await comprobantes('reimputacion');
    const ocultos = luz.ocultos();
    await Promise.all([luz.enviar(camino, ocultos), luz.enviar(camino, ocultos)]);
    expect(await comprobantes('reimputacion')).toBe(antes + 1);
    await luz.ver(camino);
    await luz.enviar(camino, campos);
    await entra(2018, 5_000n);
    const otra = await luz.enviar(camino, luz.ocultos());
    expect([otra.statusCode, texto(otra.body)]).toEqual([200, expect.stringContaining('La cuenta cambió')]);
    expect(await comprobantes('reimputacion')).toBe(antes + 1);
  });
});

describe('lo que una declaración dejó a favor', () => {
  it('no es un pago: se lee con su nombre, y no se mueve, no se anula, no se busca ni se certifica', async () => {
    const obligacion = await d.obligacion('renta', 2019);
    const numero = await d.asentar({
      clase: 'liquidacion',
      asientos: [
        {
          debe: 'liquidado',
          haber_de: obligacion,
          haber: 'pagos',
          valor: 777_000n,
          efecto: fecha('2020-08-12'),
          vence: fecha('2020-08-12'),
        },
      ],
    });
    const libro = await libroDe();
    const clave = `${numero}.1`;
    expect(pagosDe(libro).map((p) => p.id)).not.toContain(clave);
    expect(actosSobre(libro, obligacion, clave)).toEqual([]);
    expect(pagosHechos(libro, o.reloj.hoy()).map((p) => p.id)).not.toContain(clave);
    expect(
      pagosQueSeBuscan(libro, { nit, hoy: o.reloj.hoy(), recibos: new Map() }).map((p) => p.id),
    ).not.toContain(clave);
    expect(movimientosDe(libro, obligacion, new Map()).map((m) => m.que)).toEqual([
      'Saldo a favor de la declaración',
    ]);
    const base = await atender(luz);
    for (const acto of ['mover', 'anular'])
      expect((await luz.ver(`${base}/${acto}/${clave}`)).statusCode, acto).toBe(404);
  });
});

describe('anular un pago', () => {
  it('lo propone una y lo confirma otra: los intereses vuelven a ser los de antes del pago', async () => {
    const renta = await d.obligacion('renta', 2021);
    const vence = fecha('2022-08-12');
    const comun = { obligacion: renta, desde: vence, vence };
    await d.asentar({
      clase: 'liquidacion',
      asientos: [cargo({ ...comun, rubro: 'impuesto', valor: 5_000_000n })],
    });
    const sinPago = await debe(renta);
    const numero = await d.asentar({
      clase: 'pago',
      asientos: [pago(renta, 5_000_000n, fecha('2023-01-10'))],
    });
    expect(await debe(renta)).toBeLessThan(sinPago ?? 0n);
    const base = await atender(luz);
    const { hecho } = await hacer(luz, `${base}/anular/${numero}.1`, { valor: '5.000.000', motivo: MOTIVO });
    expect(hecho.headers.location).toMatch(/que=propuesto$/);
    expect(await debe(renta)).toBeLessThan(sinPago ?? 0n);
    const acto = numeroEn(String(hecho.headers.location));

    const propia = await revisar(luz, acto);
    expect(texto(propia.pagina.body)).toContain('debe confirmarlo otra persona');
    const terca = await luz.enviar(`${propia.camino}/confirmar`, { _visto: 'x' });
    expect([terca.statusCode, texto(terca.body)]).toEqual([200, expect.stringContaining('Usted lo propuso')]);

    const { camino, pagina } = await revisar(mar, acto);
    expect(texto(pagina.body)).toContain(
      'Se anulan $ 5.000.000 del pago del 10 de enero de 2023, en renta de 2021',
    );
    const fin = await mar.enviar(`${camino}/confirmar`);
    expect(fin.headers.location).toMatch(/que=hecho$/);
    expect(await debe(renta)).toBe(sinPago);
    expect(texto((await mar.ver(camino)).body)).toContain('ya se resolvió');
    expect((await luz.ver(`${base}/anular/${numero}.1`)).statusCode).toBe(404);
    expect(await cartas('anuló un pago')).toHaveLength(1);
  });

  it('quien lo propuso no lo confirma ni por la base de datos, y dos que confirman a la vez lo hacen una vez', async () => {
    const { renglon } = await entra(2017, 70_000n);
    const base = await atender(luz);
    const { hecho } = await hacer(luz, `${base}/anular/${renglon}`, { valor: '70.000', motivo: MOTIVO });
    const numero = numeroEn(String(hecho.headers.location));
    const propia = await revisar(luz, numero);
    const [ultimo] = await o.consultar<{ n: string }>(
      'select max(numero)::text as n from obligaciones.comprobante',
    );
    const misma = await luz.enviar(`${propia.camino}/confirmar`, { _visto: ultimo?.n ?? '' });
    expect([misma.statusCode, texto(misma.body)]).toEqual([409, expect.stringContaining('otra persona')]);
    await expect(
      o.consultar(
        `insert into obligaciones.acto_resuelto (acto, clase, propuso, comprobante, funcionario_id, resuelto_en)
         select a.id, a.clase, a.funcionario_id, (select max(numero) from obligaciones.comprobante), a.funcionario_id,
           a.propuesto_en from obligaciones.acto a where a.numero = $1`,
        [numero],
      ),
    ).rejects.toThrow('dos_funcionarios');

    const sol = (await funcionario(o, { usuario: 'sol', roles: ['obligaciones'] })).n;
    const [uno, dos] = [await revisar(mar, numero), await revisar(sol, numero)];
    const antes = await comprobantes('anulacion');
    const r = await Promise.all([
      mar.enviar(`${uno.camino}/confirmar`),
      sol.enviar(`${dos.camino}/confirmar`),
    ]);
    expect(r.map((x) => x.statusCode).filter((e) => e === 303)).toHaveLength(1);
    expect(await comprobantes('anulacion')).toBe(antes + 1);
  });

  it('lo que otra persona no confirma no cambia nada, con su razón, y se puede proponer de nuevo', async () => {
    const { obligacion, renglon } = await entra(2016, 60_000n);
    const base = await atender(luz);
    const camino = `${base}/anular/${renglon}`;
    const { hecho } = await hacer(luz, camino, { valor: '60.000', motivo: MOTIVO });
    await luz.ver(camino);
    await luz.enviar(camino, { valor: '1.000', motivo: MOTIVO });
    const segunda = await luz.enviar(camino, luz.ocultos());
    expect([segunda.statusCode, texto(segunda.body)]).toEqual([
      409,
      expect.stringContaining('Otra persona propuso'),
    ]);
    const suyo = await revisar(mar, numeroEn(String(hecho.headers.location)));
    const corta = await mar.enviar(`${suyo.camino}/no-confirmar`, { nota: 'no' });
    expect([corta.statusCode, texto(corta.body)]).toEqual([422, expect.stringContaining('Diga por qué')]);
    const no = await mar.enviar(`${suyo.camino}/no-confirmar`, {
      nota: 'El banco dice que sí entró dos veces.',
    });
    expect(no.headers.location).toMatch(/que=no-hecho$/);
    const suEstado = estadosAl(await libroDe(), o.reloj.hoy()).find((x) => x.id === obligacion)?.estado;
    expect(suEstado?.exceso).toBe(60_000n);
    const otra = await hacer(luz, camino, { valor: '60.000', motivo: MOTIVO });
    expect(otra.hecho.headers.location).toMatch(/que=propuesto$/);
  });

  it('si el pago se movió antes de confirmar no se anula, y se dice', async () => {
    const { renglon, obligacion } = await entra(2015, 50_000n);
    const base = await atender(luz);
    const { hecho } = await hacer(luz, `${base}/anular/${renglon}`, { valor: '50.000', motivo: MOTIVO });
    const { comprobante, renglon: r } = renglonDe(renglon);
    await d.asentar({
      clase: 'reimputacion',
      asientos: [
        {
          ...{
            debe_de: obligacion,
            debe: 'pagos',
            haber_de: await d.obligacion('renta', 2024),
            haber: 'pagos',
          },
          ...{ valor: 1n, efecto: fecha('2026-01-15'), sobre: { comprobante, renglon: r } },
        },
      ],
    });
    const antes = await comprobantes('anulacion');
    const suyo = await revisar(mar, numeroEn(String(hecho.headers.location)));
    expect(texto(suyo.pagina.body)).toContain('ya no queda tanto');
    const [ultimo] = await o.consultar<{ n: string }>(
      'select max(numero)::text as n from obligaciones.comprobante',
    );
    const no = await mar.enviar(`${suyo.camino}/confirmar`, { _visto: ultimo?.n ?? '' });
    expect([no.statusCode, await comprobantes('anulacion')]).toEqual([409, antes]);
  });
});

describe('cobrar y reducir por un acto de la oficina', () => {
  it('una sanción en firme se cobra entre dos, en una obligación que no estaba, y se lee con su acto y artículo', async () => {
    const base = await atender(luz);
    const { visto, hecho } = await hacer(luz, `${base}/cobrar`, SANCION);
    expect(visto).toContain('Se cobran $ 523.740 de sanciones, en renta de 2022');
    expect((await libroDe()).obligaciones.some((x) => x.anio === 2022)).toBe(false);
    const { camino } = await revisar(mar, numeroEn(String(hecho.headers.location)));
    await mar.enviar(`${camino}/confirmar`);
    const renta = await d.obligacion('renta', 2022);
    expect(await debe(renta)).toBe(523_740n);
    const { body } = await d.n.ver(`${d.base}/${await d.publico(renta)}`);
    expect(texto(body)).toContain('Sanción impuesta por la oficina');
    expect(texto(body)).toContain('por Resolución 900001, del 15 de enero de 2026 (ET 641)');
  });

  it('el mismo acto no se cobra dos veces, aunque su número se escriba de otro modo', async () => {
    const base = await atender(luz);
    await luz.ver(`${base}/cobrar`);
    await luz.enviar(`${base}/cobrar`, { ...SANCION, documento: 'resolución  900.001' });
    const r = await luz.enviar(`${base}/cobrar`, luz.ocultos());
    expect([r.statusCode, texto(r.body)]).toEqual([409, expect.stringContaining('ya se registró')]);
  });

  it('un período que no es, una firmeza que no llega o anterior al acto, y cero, se dicen junto a su campo', async () => {
    const camino = `${await atender(luz)}/cobrar`;
    await luz.ver(camino);
    for (const [mal, dice] of [
      [{ periodo: 'ene-feb' }, 'no tiene ese período'],
      [{ 'firmeza-anio': '2027' }, 'Escriba un día que ya pasó'],
      [{ 'expedido-anio': '2026', 'expedido-mes': '3' }, 'no puede ser posterior a su firmeza'],
      [{ valor: '0' }, 'mayor que cero'],
      [{ valor: 'mucho' }, 'valor'],
      [{ documento: '' }, 'Escriba el número del acto'],
      [{ anio: '22' }, 'con cuatro cifras'],
    ] as const) {
      const r = await luz.enviar(camino, { ...SANCION, documento: 'Resolución 7', ...mal });
      expect([r.statusCode, texto(r.body)]).toEqual([422, expect.stringContaining(dice)]);
    }
    expect((await luz.enviar(camino)).statusCode).toBe(422);
  });

  it('una liquidación oficial de impuesto causa intereses desde que vencía, y otro acto la reduce hasta lo cobrado', async () => {
    const base = await atender(luz);
    const { hecho } = await hacer(luz, `${base}/cobrar`, {
      ...SANCION,
      ...{ documento: 'Liquidación 55', que: 'impuesto', concepto: 'iva', anio: '2024', periodo: 'ene-feb' },
      ...{ valor: '1.000.000', 'vence-dia': '12', 'vence-mes': '3', 'vence-anio': '2024' },
    });
    await mar.enviar(`${(await revisar(mar, numeroEn(String(hecho.headers.location)))).camino}/confirmar`);
    const iva = await d.obligacion('iva', 2024, 'ene-feb');
    expect(await debe(iva)).toBeGreaterThan(1_000_000n);
    const [cargado] = (await libroDe()).renglones.filter((r) => r.obligacion === iva);
    const camino = `${base}/reducir/${cargado?.comprobante}.${cargado?.renglon}`;
    await luz.ver(camino);
    const mucho = await luz.enviar(camino, { ...PAPEL, documento: 'Auto 9', valor: '1.000.001' });
    expect(mucho.statusCode).toBe(422);
    const baja = await hacer(luz, camino, { ...PAPEL, documento: 'Auto 9', valor: '1.000.000' });
    await mar.enviar(
      `${(await revisar(mar, numeroEn(String(baja.hecho.headers.location)))).camino}/confirmar`,
    );
    // As if it had never been: neither capital nor interest.
    expect(await debe(iva)).toBe(0n);
    expect((await luz.ver(camino)).statusCode).toBe(404);
  });
});

describe('quién puede', () => {
  it('quien supervisa mira y no cambia; sin razón de hoy, o con la de otra, no se abre', async () => {
    const eva = (await funcionario(o, { usuario: 'eva', roles: ['supervisor'] })).n;
    const suya = await atender(eva);
    const { body } = await eva.ver(suya);
    expect(body).not.toContain('/cobrar');
    expect((await eva.ver(`${suya}/cobrar`)).statusCode).toBe(403);
    expect((await mar.ver(`${await atender(luz)}/cobrar`)).statusCode).toBe(404);
  });

  it('nadie propone ni revisa sobre lo suyo', async () => {
    const { renglon } = await entra(2014, 40_000n);
    const { hecho } = await hacer(luz, `${await atender(luz)}/anular/${renglon}`, {
      valor: '40.000',
      motivo: MOTIVO,
    });
    const numero = numeroEn(String(hecho.headers.location));
    const ella = (await funcionario(o, { usuario: 'ella', roles: ['obligaciones'], numero: d.p.fila.numero }))
      .n;
    expect((await ella.ver('/mesa/obligaciones')).body).not.toContain(numero);
    const [acto] = await o.consultar<{ id: string }>('select id from obligaciones.acto where numero = $1', [
      numero,
    ]);
    expect((await ella.enviar(`/mesa/obligaciones/actos/${acto?.id}`)).statusCode).toBe(404);
  });

  it('lo que espera a otra persona está en su día, y mirar un acto queda en lo que la persona lee', async () => {
    expect(texto((await mar.ver('/mesa')).body)).toContain('Actos de obligaciones por confirmar');
    const [n] = await o.consultar<{ n: number }>(
      `select count(*)::int as n from plataforma.auditoria where persona_id = $1
       and accion in ('obligaciones.mover-pago', 'obligaciones.proponer-acto', 'obligaciones.confirmar-acto',
         'obligaciones.no-confirmar-acto', 'obligaciones.consultar')`,
      [d.id],
    );
    expect(n?.n).toBeGreaterThan(10);
  });
});

describe('propiedades', () => {
  it('pasar cualquier parte de un pago conserva lo pagado en total, y lo que se mostró es lo que queda', async () => {
    const renta = await d.obligacion('renta', 2024);
    const base = await atender(luz);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 300_000 }), async (valor) => {
        const { renglon } = await entra(2013, 300_000n);
        const libro = await libroDe();
        const acto = {
          clase: 'reimputacion',
          sobre: renglonDe(renglon),
          destino: renta,
          valor: BigInt(valor),
          motivo: MOTIVO,
        } as const;
        const mostrado = antesYDespues(libro, loQueEscribe(acto, libro).asientos, o.reloj.hoy());
        await hacer(luz, `${base}/mover/${renglon}`, {
          destino: await d.publico(renta),
          valor: String(valor),
          motivo: MOTIVO,
        });
        const despues = await libroDe();
        expect(pagadoEn(despues)).toBe(pagadoEn(libro));
        const quedo = antesYDespues(despues, [], o.reloj.hoy());
        expect(quedo).toEqual([]);
        for (const { obligacion, despues: dicho } of mostrado) {
          const e = estadosAl(despues, o.reloj.hoy()).find(
            (x) => x.concepto === obligacion.concepto && x.anio === obligacion.anio,
          )?.estado;
          expect([e?.debe, e?.exceso]).toEqual([dicho.debe, dicho.exceso]);
        }
      }),
      { numRuns: 5 },
    );
  });
});
