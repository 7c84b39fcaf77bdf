import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diasEntre, fecha } from '@autogestion/normas/fechas';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entrarConCodigo } from '../../../pruebas/cuentas.ts';
import { concedida, deudoraQueFirma } from '../../../pruebas/facilidades.ts';
import {
  abrirOficinaConDeudas,
  deudoraSinDeudas,
  type Deudora,
} from '../../../pruebas/oficina-con-deudas.ts';
import type { OficinaDePrueba } from '../../../pruebas/oficina.ts';
import { textoDelQr, textoDePdf } from '../../../pruebas/pdf.ts';
import { cambiarEstado } from '../../../pruebas/verificados.ts';
import { anulacionDePago, cargo, pago, reimputacion } from '../libro/index.ts';

let o: OficinaDePrueba;
let d: Deudora;
beforeAll(async () => {
  ({ o, d } = await abrirOficinaConDeudas());
});
afterAll(() => o.cerrar());

const texto = (html: string) =>
  (/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
const DIA = (al: string) => {
  const [anio = '', mes = '', dia = ''] = al.split('-');
  return { 'fecha-dia': dia, 'fecha-mes': mes, 'fecha-anio': anio, para: '' };
};

/** Asks for one from its page. @returns its code */
async function pedir(de: Deudora, clase: string, campos: Record<string, string> = {}): Promise<string> {
  await de.n.ver(`${de.base}/certificados`);
  const r = await de.n.enviar(`${de.base}/certificados/${clase}`, campos);
  expect(r.statusCode).toBe(303);
  return String(r.headers.location).split('/').at(-1) ?? '';
}
const pdfDe = async (de: Deudora, id: string) =>
  (await de.n.ver(`${de.base}/certificados/${id}/pdf`)).rawPayload;
const verificado = async (id: string) => texto((await o.navegador().ver(`/verificar/${id}`)).body);
const queFirmaDice = (pdf: Buffer): string => {
  const carpeta = mkdtempSync(join(tmpdir(), 'autogestion-certificado-'));
  try {
    writeFileSync(join(carpeta, 'c.pdf'), pdf);
    return spawnSync('pdfsig', ['-nocert', join(carpeta, 'c.pdf')], { encoding: 'utf8' }).stdout;
  } finally {
    rmSync(carpeta, { recursive: true });
  }
};

describe('lo que debe, o paz y salvo', () => {
  it('quien debe recibe la lista de lo que debe, sellada en el mismo pedido, y nunca un paz y salvo', async () => {
    const id = await pedir(d, 'estado', DIA('2026-03-10'));
    // No job has run: whoever asked has it already.
    const pdf = await pdfDe(d, id);
    expect(queFirmaDice(pdf)).toContain('Signature is Valid');
    const dice = await textoDePdf(pdf);
    expect(dice).toContain('Estado de obligaciones a una fecha');
    expect(dice).not.toMatch(/certificamos que no debía nada/i);
    expect(dice).toContain('Renta de 2024');
    expect(dice).toContain('Venció el 12 de agosto de 2025, 210 días antes');
    expect(dice).toContain('IVA de enero y febrero de 2026');
    expect(dice).toContain('Vence el 17 de marzo de 2026: estaba a tiempo');
    expect(dice).not.toContain('noviembre y diciembre de 2025');
    expect(await textoDelQr(pdf)).toContain(`/verificar/${id}`);
  });

  it('un peso que se debe, aunque no haya vencido, no es un paz y salvo; pagado, lo es', async () => {
    const otra = await deudoraSinDeudas(o);
    const iva = await otra.obligacion('iva', 2026, 'ene-feb');
    await otra.asentar({
      clase: 'liquidacion',
      asientos: [
        cargo({
          obligacion: iva,
          rubro: 'impuesto',
          valor: 1n,
          desde: fecha('2026-03-05'),
          vence: fecha('2026-03-17'),
        }),
      ],
    });
    expect((await otra.n.ver(`${otra.base}/certificados`)).body).toContain('no es un paz y salvo');
    const deUnPeso = await pedir(otra, 'estado', DIA('2026-03-10'));
    expect(await textoDePdf(await pdfDe(otra, deUnPeso))).toContain('Estado de obligaciones a una fecha');
    // Before it was charged nothing was owed.
    const deAntes = await pedir(otra, 'estado', DIA('2026-03-04'));
    expect(await textoDePdf(await pdfDe(otra, deAntes))).toContain('Paz y salvo');
    await otra.asentar({ clase: 'pago', asientos: [pago(iva, 1n, fecha('2026-03-10'))] });
    const limpio = await pedir(otra, 'estado', DIA('2026-03-10'));
    const dice = await textoDePdf(await pdfDe(otra, limpio));
    expect(dice).toMatch(/Certificamos que no debía nada\s+Paz y salvo/);
    expect(dice).toContain('No dice si falta presentar alguna declaración');
  });

  it('lo que se pagó tarde con una tasa que todavía no se conoce no da paz y salvo', async () => {
    const otra = await deudoraSinDeudas(o);
    const renta = await otra.obligacion('renta', 2018);
    await otra.asentar({
      clase: 'liquidacion',
      asientos: [
        cargo({
          obligacion: renta,
          rubro: 'impuesto',
          valor: 100_000n,
          desde: fecha('2019-10-01'),
          vence: fecha('2019-10-01'),
        }),
      ],
    });
    await otra.asentar({ clase: 'pago', asientos: [pago(renta, 200_000n, fecha('2020-01-15'))] });
    const id = await pedir(otra, 'estado', DIA('2026-03-10'));
    const dice = await textoDePdf(await pdfDe(otra, id));
    expect(dice).toContain('No es un paz y salvo');
    expect(dice).toContain('faltan los de ese tiempo');
  });

  it('la verificación dice qué certificó, de qué día y con qué corte, y si hoy sigue siendo así', async () => {
    const otra = await deudoraSinDeudas(o);
    const iva = await otra.obligacion('iva', 2026, 'ene-feb');
    const id = await pedir(otra, 'estado', DIA('2026-03-10'));
    const antes = await verificado(id);
    expect(antes).toContain('Paz y salvo, de');
    expect(antes).toMatch(/Certifica El 10 de marzo de 2026 no debía nada/);
    expect(antes).toMatch(/Al día 10 de marzo de 2026/);
    expect(antes).toMatch(/Con lo registrado Hasta el asiento \d+/);
    expect(antes).toContain('Sigue a paz y salvo');
    await otra.asentar({
      clase: 'liquidacion',
      asientos: [
        cargo({
          obligacion: iva,
          rubro: 'impuesto',
          valor: 7_777n,
          desde: fecha('2026-03-10'),
          vence: fecha('2026-03-17'),
        }),
      ],
    });
    const despues = await verificado(id);
    expect(despues).toContain('Hoy la oficina no daría este paz y salvo');
    // It says no more than that: what is owed is nobody else's.
    expect(despues).not.toContain('7.777');
    const { cuerpo } = await o.api().pedir('GET', `/documentos/${id}`);
    expect(cuerpo).toMatchObject({
      titulo: 'Paz y salvo',
      certifica: { al: '2026-03-10' },
      hoy: { sigue: false },
    });
    // And the paper is the same for ever: it is of its day and of its cut.
    expect(await textoDePdf(await pdfDe(otra, id))).toContain('Paz y salvo');
  });

  it('de una lista de saldos se dice si después hubo movimientos, sin cifras de hoy', async () => {
    const id = await pedir(d, 'estado', DIA('2026-03-10'));
    expect(await verificado(id)).toContain('No se ha registrado nada después');
    await d.asentar({
      clase: 'pago',
      asientos: [pago(await d.obligacion('renta', 2024), 1_000n, fecha('2026-03-10'))],
    });
    expect(await verificado(id)).toContain('Después de expedirlo se registraron otros movimientos');
  });

  it.each([
    ['2026-03-11', 'Escriba hoy o un día que ya pasó'],
    ['2021-03-09', 'Escriba un día desde el 10 de marzo de 2021'],
    ['2026-02-30', 'no existe'],
  ])('del %s no se certifica, y se dice por qué con lo que se escribió', async (al, porque) => {
    await d.n.ver(`${d.base}/certificados`);
    const r = await d.n.enviar(`${d.base}/certificados/estado`, { ...DIA(al), para: 'Un crédito' });
    expect(r.statusCode).toBe(422);
    expect(texto(r.body)).toContain(porque);
    expect(r.body).toContain('value="Un crédito"');
  });

  it('para qué se pide lo ve quien lo pidió, y no está en el documento ni en su verificación', async () => {
    const id = await pedir(d, 'estado', { ...DIA('2026-03-10'), para: 'Un crédito en el banco' });
    expect((await d.n.ver(`${d.base}/certificados`)).body).toContain('Un crédito en el banco');
    expect(await textoDePdf(await pdfDe(d, id))).not.toContain('crédito');
    expect(await verificado(id)).not.toContain('crédito');
  });
});

describe('de un pago', () => {
  it('dice cuánto, cuándo, de qué y a qué se aplicó; si después pasa a otra obligación, la verificación lo dice', async () => {
    const otra = await deudoraSinDeudas(o);
    const [errada, cierta] = [await otra.obligacion('renta', 2023), await otra.obligacion('renta', 2024)];
    const n = await otra.asentar({ clase: 'pago', asientos: [pago(errada, 500_000n, fecha('2025-08-12'))] });
    const id = await pedir(otra, 'pago', { pago: `${n}.1` });
    const pdf = await pdfDe(otra, id);
    expect(queFirmaDice(pdf)).toContain('Signature is Valid');
    expect(await textoDePdf(pdf)).toMatch(/Certificamos que pagó\s+\$\s?500\.000/);
    expect(await verificado(id)).toContain('El pago sigue registrado igual');
    const sobre = { comprobante: n, renglon: 1 };
    await otra.asentar({
      clase: 'reimputacion',
      asientos: [reimputacion(sobre, errada, cierta, 500_000n, fecha('2025-08-12'))],
    });
    expect(await verificado(id)).toContain('el pago se anuló o pasó a otra obligación');
    // What it is now may be certified, and what it was may not.
    const lista = await otra.n.ver(`${otra.base}/certificados`);
    expect(lista.body).toContain('renta de 2024');
    expect(lista.body).not.toContain('de renta de 2023');
    const r = await otra.n.enviar(`${otra.base}/certificados/pago`, { pago: `${n}.1` });
    expect([r.statusCode, texto(r.body)]).toEqual([409, expect.stringContaining('pasó a otra obligación')]);
  });

  it('lo que se anuló no se certifica, y el pago de otra persona tampoco', async () => {
    const otra = await deudoraSinDeudas(o);
    const renta = await otra.obligacion('renta', 2024);
    const n = await otra.asentar({ clase: 'pago', asientos: [pago(renta, 9_000n, fecha('2025-08-12'))] });
    await d.n.ver(`${d.base}/certificados`);
    expect((await d.n.enviar(`${d.base}/certificados/pago`, { pago: `${n}.1` })).statusCode).toBe(409);
    await otra.asentar({
      clase: 'anulacion',
      asientos: [anulacionDePago({ comprobante: n, renglon: 1 }, renta, 9_000n, fecha('2025-08-12'))],
    });
    expect((await otra.n.ver(`${otra.base}/certificados`)).body).toContain('No hay pagos registrados');
  });

  it('sin elegir uno, se pide', async () => {
    await d.n.ver(`${d.base}/certificados`);
    const r = await d.n.enviar(`${d.base}/certificados/pago`, {});
    expect([r.statusCode, texto(r.body)]).toEqual([422, expect.stringContaining('Elija un pago')]);
  });
});

describe('de estar en el RUT', () => {
  it('dice el estado y desde cuándo, y la verificación el de hoy', async () => {
    const otra = await deudoraSinDeudas(o);
    const activo = await pedir(otra, 'rut');
    expect(await textoDePdf(await pdfDe(otra, activo))).toMatch(
      /Inscripción activa\s+Desde el 10 de marzo de 2026/,
    );
    expect(await verificado(activo)).toMatch(/Estado hoy ACTIVO/);
    await cambiarEstado(o, otra.inscrita, 'suspendido');
    expect(await verificado(activo)).toMatch(/Estado hoy SUSPENDIDO/);
    const suspendido = await pedir(otra, 'rut');
    const dice = await textoDePdf(await pdfDe(otra, suspendido));
    expect(dice).toContain('Inscripción suspendida');
    expect(dice).toContain('no está activa');
  });
});

describe('el sello', () => {
  it('si no se puede poner en el pedido, el certificado queda pedido y lo sella el trabajo', async () => {
    await o.consultar(`alter table sello.sellado add constraint prueba check (false) not valid`);
    const id = await pedir(d, 'rut');
    expect((await d.n.ver(`${d.base}/certificados/${id}`)).body).toContain('Lo estamos sellando');
    expect((await d.n.ver(`${d.base}/certificados/${id}/pdf`)).statusCode).toBe(409);
    await o.consultar(`alter table sello.sellado drop constraint prueba`);
    await o.trabajar();
    expect((await d.n.ver(`${d.base}/certificados/${id}`)).body).toContain('Descargar el PDF');
  });
});

describe('por programa', () => {
  it('se pide, se lista y se descarga; la misma clave da el mismo', async () => {
    const api = o.api();
    api.token = d.inscrita.token;
    const camino = `/de/${d.inscrita.titular}/obligaciones/certificados`;
    const pedido = () =>
      api.pedir<{ certificado: string; sellado: boolean }>(
        'POST',
        camino,
        { clase: 'estado' },
        { 'idempotency-key': 'una-misma-clave' },
      );
    const [uno, dos] = [await pedido(), await pedido()];
    expect([uno.estado, uno.cuerpo.sellado, dos.cuerpo.certificado]).toEqual([
      201,
      true,
      uno.cuerpo.certificado,
    ]);
    const pdf = await api.pedir('GET', `${camino}/${uno.cuerpo.certificado}`);
    expect(pdf.respuesta.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    const lista = await api.pedir<{ pagos: object[] }>('GET', camino);
    expect(lista.cuerpo.pagos[0]).toEqual({
      pago: expect.stringMatching(/^\d+\.\d+$/) as string,
      dia: expect.any(String) as string,
      valor: expect.any(Number) as number,
      de: expect.any(String) as string,
    });
    expect((await api.pedir('POST', camino, { clase: 'estado', al: '2027-01-01' })).estado).toBe(422);
  });

  it('lo de otra persona no está', async () => {
    const otra = await deudoraSinDeudas(o);
    const id = await pedir(otra, 'rut');
    expect((await d.n.ver(`${d.base}/certificados/${id}`)).statusCode).toBe(404);
    expect((await d.n.ver(`${d.base}/certificados/${id}/pdf`)).statusCode).toBe(404);
    // A copy of the RUT is hers and is no certificate.
    expect((await d.n.ver(`${d.base}/certificados/${d.inscrita.copia}`)).statusCode).toBe(404);
  });
});

/** The last ones: the clock moves on. */
describe('con una facilidad de pago', () => {
  it('dice cuál es, desde cuándo y si ese día iba al día; la verificación, si sigue así', async () => {
    const otra = await deudoraQueFirma(o);
    const f = await concedida(o, otra);
    const [primera] = f.cuotas.filter((c) => c.numero > 0);
    if (!primera) throw new Error('It has no instalments');
    const id = await pedir(otra, 'estado', DIA(o.reloj.hoy()));
    const pdf = await pdfDe(otra, id);
    expect(queFirmaDice(pdf)).toContain('Signature is Valid');
    const dice = await textoDePdf(pdf);
    expect(dice).toContain(`Está en la facilidad de pago ${f.radicado}`);
    expect(dice).toMatch(new RegExp(`Facilidad ${f.radicado}\\s+Concedida el [^.]*\\s+Ese día iba al día`));
    expect(dice).not.toContain('sin efecto');
    expect(await verificado(id)).toContain('La facilidad de pago sigue en vigor y al día en sus cuotas');
    // Of a day before it was granted nothing is said of it.
    const deAntes = await pedir(otra, 'estado', DIA('2026-01-15'));
    expect(await textoDePdf(await pdfDe(otra, deAntes))).not.toContain('facilidad de pago');
    o.reloj.avanzar((diasEntre(o.reloj.hoy(), primera.fecha) + 1) * 86_400_000);
    expect(await verificado(id)).toContain('sigue en vigor, con una cuota atrasada');
  });

  it('la que no iba al día dice que se puede dejar sin efecto, con su artículo', async () => {
    const otra = await deudoraQueFirma(o);
    const f = await concedida(o, otra);
    const [primera] = f.cuotas.filter((c) => c.numero > 0);
    if (!primera) throw new Error('It has no instalments');
    o.reloj.avanzar((diasEntre(o.reloj.hoy(), primera.fecha) + 1) * 86_400_000);
    const n = await entrarConCodigo(o, otra.p);
    const id = await pedir({ ...otra, n }, 'estado', DIA(o.reloj.hoy()));
    const dice = await textoDePdf(await pdfDe({ ...otra, n }, id));
    expect(dice).toMatch(/Ese día no iba al día: se puede dejar sin efecto \(ET 814 inc. 2\)/);
  });
});
