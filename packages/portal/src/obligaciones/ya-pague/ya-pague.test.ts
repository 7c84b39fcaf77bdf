import { fecha } from '@autogestion/normas/fechas';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  codigoDeAplicacion,
  delegarDirecto,
  entrarConCodigo,
  funcionario,
} from '../../../pruebas/cuentas.ts';
import { persona, inscribirPersona } from '../../../pruebas/inscripcion.ts';
import {
  abrirOficinaConDeudas,
  deudoraSinDeudas,
  type Deudora,
} from '../../../pruebas/oficina-con-deudas.ts';
import type { Navegador } from '../../../pruebas/navegador.ts';
import type { OficinaDePrueba } from '../../../pruebas/oficina.ts';
import { comoPersona } from '../../../pruebas/tramites.ts';
import { decidirEnMesa, responder } from '../../../pruebas/verificados.ts';
import { SISTEMA } from '../../../pruebas/transacciones.ts';
import { registrarPago } from '../pagos/index.ts';
import { cargo, estadosAl, leerLibro, pago } from '../libro/index.ts';

let o: OficinaDePrueba;
let d: Deudora;
beforeAll(async () => {
  ({ o, d } = await abrirOficinaConDeudas());
});
afterAll(() => o.cerrar());

interface Dicho {
  deuda?: string;
  valor: string;
  dia: [d: string, m: string, a: string];
  recibo?: string;
}

/** Tells of a payment, page by page. @returns the address of what was found */
const buscar = (quien: Deudora, { deuda = 'no-se', valor, dia, recibo = '' }: Dicho, n = quien.n) =>
  responder(n, `${quien.base}/ya-pague`, [
    ['deuda', { deuda }],
    ['pago', { valor, 'dia-dia': dia[0], 'dia-mes': dia[1], 'dia-anio': dia[2] }],
    ['recibo', { recibo }],
  ]);

const estados = async (quien: Deudora) => {
  const libro = await o.oficina.enTransaccion(comoPersona(quien.id), (trx) => leerLibro(trx));
  return estadosAl(libro, o.reloj.hoy());
};
const debe = async (quien: Deudora, concepto: string, anio: number) =>
  (await estados(quien)).find((e) => e.concepto === concepto && e.anio === anio)?.estado.debe;
const pagado = async (quien: Deudora) =>
  (await estados(quien)).reduce(
    (suma, { estado: e }) => suma + Object.values(e.pagado).reduce((a, b) => a + b, 0n) + e.exceso,
    0n,
  );

/** With their own debt of income tax of 2024, due on 12 August 2025. */
async function conRenta(valor: bigint): Promise<Deudora & { renta: string }> {
  const quien = await deudoraSinDeudas(o);
  const renta = await quien.obligacion('renta', 2024);
  const vence = fecha('2025-08-12');
  await quien.asentar({
    clase: 'liquidacion',
    asientos: [cargo({ obligacion: renta, rubro: 'impuesto', valor, desde: vence, vence })],
  });
  return { ...quien, renta };
}

describe('esto ya lo pagué', () => {
  it('el pago que quedó en otro año se muestra, se abona de una vez con su fecha, y pagar de nuevo no hace falta', async () => {
    const total = await pagado(d);
    const pagina = await buscar(d, { valor: '10.000.000', dia: ['12', '8', '2025'] });
    const { body } = await d.n.ver(pagina);
    expect(body).toContain('quedó en otro año: 2023 en vez de 2024');
    expect(body).toContain('Renta de 2024');
    expect(body).toMatch(/Antes[\s\S]*Después/);
    expect(await debe(d, 'renta', 2024)).toBeGreaterThan(10_000_000n);
    const deuda = /name="deuda" value="([0-9a-z]{26})"/.exec(body)?.[1] ?? '';
    const hecho = await d.n.enviar(`${pagina}/abonar`, { deuda });
    expect([hecho.statusCode, hecho.headers.location]).toEqual([303, pagina]);
    expect(await debe(d, 'renta', 2024)).toBe(0n);
    expect(await pagado(d)).toBe(total);
    const listo = await d.n.ver(pagina);
    const radicado = /tramites\/(\d{4}OB\d{9})/.exec(listo.body)?.[1] ?? '';
    const constancia = await d.n.ver(`/de/${d.inscrita.titular}/tramites/${radicado}`);
    expect(constancia.body).toContain('Ley 962 de 2005, art. 43');
    // Pressing twice, or coming back to it, does it once.
    expect((await d.n.enviar(`${pagina}/abonar`, { deuda })).statusCode).toBe(303);
    const [{ veces } = { veces: 0n }] = await o.consultar<{ veces: bigint }>(
      "select count(*) as veces from obligaciones.comprobante where origen like 'ya-pague:%'",
    );
    expect(Number(veces)).toBe(1);
  });

  it('lo que no se halla dice qué hacer, y con el comprobante se vuelve un caso de la oficina', async () => {
    const quien = await conRenta(300_000n);
    const pagina = await buscar(quien, { valor: '299.000', dia: ['1', '2', '2026'] });
    expect((await quien.n.ver(pagina)).body).toContain('No hallamos un pago así');
    await quien.n.ver(`${pagina}/caso`);
    const r = await quien.n.enviar(`${pagina}/caso`, { relato: 'Pagué en el banco de la esquina.' });
    const caso = String(r.headers.location);
    expect(caso).toMatch(/\/tramites\/\d{4}OB\d{9}$/);
    expect((await quien.n.ver(caso)).body).toContain('Pagué en el banco de la esquina.');
    const otra = await quien.n.enviar(`${pagina}/caso`, { relato: '' });
    expect(otra.headers.location).toBe(caso);
  });

  it('un archivo que no es documento se rechaza junto a su campo, y no abre nada', async () => {
    const quien = await conRenta(300_000n);
    const pagina = await buscar(quien, { valor: '1.000', dia: ['1', '2', '2026'] });
    await quien.n.ver(`${pagina}/caso`);
    const r = await quien.n.subir(
      `${pagina}/caso`,
      { relato: 'Pagué' },
      { campo: 'comprobante', nombre: 'recibo.pdf', contenido: Buffer.from('MZ no es un PDF') },
    );
    expect(r.statusCode).toBe(422);
    expect(r.body).toContain('Pagué');
  });

  it('de un pago a otro NIT deciden dos funcionarios: lo que allá sobra se abona con la fecha en que entró', async () => {
    const quien = await conRenta(777_000n);
    const ajena = await deudoraConNitParecido(quien);
    const suya = await ajena.obligacion('renta', 2024);
    const vence = fecha('2025-08-12');
    await ajena.asentar({
      clase: 'liquidacion',
      asientos: [cargo({ obligacion: suya, rubro: 'impuesto', valor: 23_000n, desde: vence, vence })],
    });
    await ajena.asentar({ clase: 'pago', asientos: [pago(suya, 800_000n, vence)] });
    const dicho: Dicho = { valor: '800.000', dia: ['12', '8', '2025'] };
    const pagina = await buscar(quien, dicho);
    const { body } = await quien.n.ver(pagina);
    expect(body).toContain('a un NIT que se parece al suyo');
    expect(body).not.toContain('/abonar');
    for (const ajeno of [await nitDe(ajena.id), '23.000']) expect(body).not.toContain(ajeno);
    const enlace = /href="([^"]*\/caso\?deuda=[0-9a-z]{26})"/.exec(body)?.[1] ?? '';
    expect((await quien.n.ver(enlace)).body).toContain('name="deuda"');
    const r = await quien.n.enviar(`${pagina}/caso`, { relato: '', deuda: enlace.slice(-26) });
    const radicado = String(r.headers.location).split('/').at(-1) ?? '';
    await decidenDos(radicado, async () =>
      expect(await debe(quien, 'renta', 2024)).toBeGreaterThan(777_000n),
    );
    expect(await debe(quien, 'renta', 2024)).toBe(0n);
    expect(await debe(ajena, 'renta', 2024)).toBe(0n);
  });

  it('de otro NIT no se sabe nada con un día o un valor que no es: la misma página, esté o no el pago', async () => {
    const quien = await conRenta(888_000n);
    const ajena = await deudoraConNitParecido(quien);
    const casi: Dicho = { valor: '888.000', dia: ['13', '8', '2025'] };
    const antes = soloTexto((await quien.n.ver(await buscar(quien, casi))).body);
    const suya = await ajena.obligacion('renta', 2024);
    await ajena.asentar({ clase: 'pago', asientos: [pago(suya, 888_000n, fecha('2025-08-12'))] });
    expect(soloTexto((await quien.n.ver(await buscar(quien, casi))).body)).toBe(antes);
  });

  it('a otro NIT que ya había pagado lo suyo: lo que sobró allá se halla; lo que paga algo allá, no', async () => {
    const quien = await conRenta(654_000n);
    const ajena = await deudoraConNitParecido(quien);
    const suya = await ajena.obligacion('renta', 2024);
    const vence = fecha('2025-08-12');
    await ajena.asentar({
      clase: 'liquidacion',
      asientos: [cargo({ obligacion: suya, rubro: 'impuesto', valor: 10_000n, desde: vence, vence })],
    });
    await ajena.asentar({ clase: 'pago', asientos: [pago(suya, 654_000n, vence)] });
    const dicho: Dicho = { valor: '654.000', dia: ['12', '8', '2025'] };
    const pagina = await buscar(quien, dicho);
    expect((await quien.n.ver(pagina)).body).toContain('No hallamos un pago así');
    await ajena.asentar({ clase: 'pago', asientos: [pago(suya, 10_000n, fecha('2025-08-11'))] });
    const { body } = await quien.n.ver(pagina);
    expect(body).toContain('a un NIT que se parece al suyo');
    expect(body).not.toContain('10.000');
  });

  it('el dinero que llegó con un recibo de nadie lo deciden dos funcionarios, y no se dice de quién puede ser', async () => {
    const quien = await conRenta(432_000n);
    await o.oficina.comoPropietario(SISTEMA, (trx) =>
      registrarPago(trx, {
        ...{ recibo: '490777000111', valor: 432_000n, dia: fecha('2025-08-12'), medio: 'archivo' },
        ...{ banco: 'banco-de-prueba', referencia: 'sin-dueno-1' },
      }),
    );
    const dicho: Dicho = { valor: '432.000', dia: ['12', '8', '2025'], recibo: '490777000112' };
    const pagina = await buscar(quien, dicho);
    const { body } = await quien.n.ver(pagina);
    expect(body).toContain('Dinero sin dueño conocido');
    expect(body).not.toContain('/abonar');
    expect(body).not.toContain('490777000111');
    const deuda = await quien.publico(quien.renta);
    await quien.n.ver(`${pagina}/caso?deuda=${deuda}`);
    const r = await quien.n.enviar(`${pagina}/caso`, { relato: '', deuda });
    const radicado = String(r.headers.location).split('/').at(-1) ?? '';
    await decidenDos(radicado, async () =>
      expect(await debe(quien, 'renta', 2024)).toBeGreaterThan(432_000n),
    );
    expect(await debe(quien, 'renta', 2024)).toBe(0n);
    const [{ clase } = { clase: '' }] = await o.consultar<{ clase: string }>(
      "select clase from obligaciones.comprobante where datos ->> 'caso' = $1",
      [radicado],
    );
    expect(clase).toBe('identificacion');
  });

  it('lo pagado dos veces puede ir a la deuda que se elija; sin deudas queda a favor', async () => {
    const quien = await deudoraSinDeudas(o);
    const dia = fecha('2025-08-12');
    const dobleDe = await quien.obligacion('renta', 2023);
    const cargar = (obligacion: string, valor: bigint) =>
      quien.asentar({
        clase: 'liquidacion',
        asientos: [cargo({ obligacion, rubro: 'impuesto', valor, desde: dia, vence: dia })],
      });
    await cargar(dobleDe, 90_000n);
    const pagarlo = () => quien.asentar({ clase: 'pago', asientos: [pago(dobleDe, 90_000n, dia)] });
    await pagarlo();
    await pagarlo();
    const pagina = await buscar(quien, { valor: '90.000', dia: ['12', '8', '2025'] });
    expect((await quien.n.ver(pagina)).body).toContain('Hoy no debe nada: lo que sobra queda a su favor');
    await cargar(await quien.obligacion('consumo', 2025, 'ene-feb'), 500_000n);
    await cargar(await quien.obligacion('iva', 2025, 'mar-abr'), 70_000n);
    const { body } = await quien.n.ver(pagina);
    expect(body).toContain('¿A qué deuda quiere que se abone?');
    const nada = await quien.n.enviar(`${pagina}/deuda`, {});
    expect([nada.statusCode, nada.body]).toEqual([422, expect.stringContaining('Elija una deuda')]);
    const deuda = await quien.publico(await quien.obligacion('iva', 2025, 'mar-abr'));
    const r = await quien.n.enviar(`${pagina}/deuda`, { deuda });
    const otra = (await quien.n.ver(String(r.headers.location))).body;
    expect(otra).toContain('Un funcionario lo decide');
    expect(otra).toMatch(/Antes[\s\S]*Después[\s\S]*IVA de marzo y abril de 2025/);
    expect(otra).toContain(`/caso?deuda=${deuda}`);
  });

  it('quien solo puede consultar no busca ni mueve; quien prepara busca y no mueve', async () => {
    const quien = await conRenta(500_000n);
    const otra = await quien.obligacion('renta', 2023);
    await quien.asentar({ clase: 'pago', asientos: [pago(otra, 500_000n, fecha('2025-08-12'))] });
    const p = persona();
    const delegada = await inscribirPersona(o, p);
    const n = await entrarConCodigo(o, p);
    await delegarDirecto(o, { de: quien.inscrita.titular, a: delegada.titular, ambito: 'preparar' });
    const pagina = await buscar(quien, { valor: '500.000', dia: ['12', '8', '2025'] }, n);
    const { body } = await n.ver(pagina);
    expect(body).toContain('hace falta un permiso para presentar');
    const deuda = await quien.publico(quien.renta);
    expect((await n.enviar(`${pagina}/abonar`, { deuda })).statusCode).toBe(403);
    expect(await debe(quien, 'renta', 2024)).toBeGreaterThan(500_000n);
    expect((await d.n.ver(pagina.replace(quien.inscrita.titular, d.inscrita.titular))).statusCode).toBe(404);
  });
});

/** Two officials agree to it: nothing is done until the second one. */
async function decidenDos(radicado: string, antes: () => Promise<void>): Promise<void> {
  const n = ++decisiones;
  const [luz, mar] = [await deObligaciones(`luz-${n}`), await deObligaciones(`mar-${n}`)];
  await luz.ver(`/mesa/tramites/${radicado}`);
  await luz.enviar(`/mesa/tramites/${radicado}/tomar`);
  await luz.ver(`/mesa/tramites/${radicado}`);
  await luz.enviar(`/mesa/tramites/${radicado}/verificar`, {
    que: 'razones-para-no-abonarlo',
    hallazgo: 'no-hay',
    nota: 'Se llamó al banco.',
  });
  expect((await decidirEnMesa(luz, `/mesa/tramites/${radicado}`, 'atendida')).statusCode).toBe(303);
  await antes();
  await mar.ver(`/mesa/tramites/${radicado}`);
  expect((await mar.enviar(`/mesa/tramites/${radicado}/confirmar`)).statusCode).toBe(303);
}
let decisiones = 0;

const soloTexto = (html: string) => html.replaceAll(/<[^>]+>/g, '').replaceAll(/[0-9a-z]{26}/g, '');

async function nitDe(titular: string): Promise<string> {
  const [f] = await o.consultar<{ nit: string }>(
    'select nit from rut.versiones where titular_id = $1 and vigente',
    [titular],
  );
  return f?.nit ?? '';
}

/** Somebody else whose NIT is the first one's with a digit changed: one of the first, because the last ones count people. */
async function deudoraConNitParecido(quien: Deudora): Promise<Deudora> {
  const nit = await nitDe(quien.id);
  const numero = nit.slice(0, 2) + String((Number(nit[2]) + 3) % 10) + nit.slice(3);
  return deudoraSinDeudas(o, { numero });
}

const deObligaciones = async (usuario: string): Promise<Navegador> => {
  const { n, secreto } = await funcionario(o, { usuario, roles: ['obligaciones'] });
  o.reloj.avanzar(31_000);
  await n.ver('/confirmar?nivel=reforzada');
  await n.enviar('/confirmar/autenticador', { codigo: codigoDeAplicacion(o, secreto) });
  return n;
};
