import { fecha } from '@autogestion/normas/fechas';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PDF_DE_PRUEBA } from '../../../pruebas/adjuntos.ts';
import { delegarDirecto, entrarConCodigo } from '../../../pruebas/cuentas.ts';
import { inscribirPersona, persona } from '../../../pruebas/inscripcion.ts';
import type { Navegador } from '../../../pruebas/navegador.ts';
import {
  abrirOficinaConDeudas,
  deudoraSinDeudas,
  type Deudora,
} from '../../../pruebas/oficina-con-deudas.ts';
import type { OficinaDePrueba } from '../../../pruebas/oficina.ts';
import { cargo } from '../libro/index.ts';
import { emitirReciboDe, registrarPago } from '../pagos/index.ts';
import { SISTEMA } from '../../../pruebas/transacciones.ts';

let o: OficinaDePrueba;
let d: Deudora;
let ajena: Deudora;
beforeAll(async () => {
  ({ o, d } = await abrirOficinaConDeudas());
  ajena = await deudoraSinDeudas(o);
});
afterAll(() => o.cerrar());

/** A slip for what that person owes of renta of 2024, with its PDF. */
async function reciboDe(de: Deudora, capital: bigint): Promise<{ numero: string; pdf: Buffer }> {
  const obligacion = await de.obligacion('renta', 2024);
  const numero = await o.oficina.comoPropietario(SISTEMA, (trx) =>
    emitirReciboDe(trx, {
      ...{ titular: de.id, paraEl: o.reloj.hoy(), corte: 0n, clave: `prueba:${de.id}:${capital}` },
      renglones: [{ obligacion, capital, sancion: 0n, interes: 30_000n }],
    }),
  );
  await o.trabajar();
  const { rawPayload } = await de.n.ver(`${de.base}/recibos/${numero}/pdf`);
  return { numero, pdf: rawPayload };
}

async function subir(n: Navegador, contenido: Buffer, nombre = 'recibo.pdf') {
  await n.ver(`${d.base}/ya-pague`);
  return n.subir(`${d.base}/ya-pague/leer-recibo`, {}, { campo: 'recibo', nombre, contenido });
}
const texto = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/[\s\u00a0]+/g, ' ');

describe('leer el PDF del recibo', () => {
  it('uno de esta oficina llena el número, el valor y la deuda, y se pregunta solo el día', async () => {
    const { numero, pdf } = await reciboDe(d, 500_000n);
    const r = await subir(d.n, pdf);
    expect(r.statusCode).toBe(303);
    const borrador = String(r.headers.location);
    expect((await d.n.ver(borrador)).headers.location).toBe(`${borrador}/pago`);
    expect((await d.n.ver(`${borrador}/pago`)).body).toContain('value="530.000"');
    await d.n.enviar(`${borrador}/pago`, {
      valor: '530.000',
      'dia-dia': '10',
      'dia-mes': '3',
      'dia-anio': '2026',
    });
    const revision = texto((await d.n.ver(`${borrador}/revision`)).body);
    expect(revision).toContain(numero);
    expect(revision).toContain('Renta de 2024');
    await d.n.enviar(`${borrador}/revision`);
    expect(texto((await d.n.seguir()).body)).toContain(`Número del recibo ${numero}`);
  });

  it('de uno que ya entró se sabe también el día: no hay nada que escribir', async () => {
    const { numero, pdf } = await reciboDe(d, 70_000n);
    await o.oficina.comoPropietario(SISTEMA, (trx) =>
      registrarPago(trx, {
        ...{ banco: '001', referencia: 'leer-recibo', recibo: numero, medio: 'ventanilla' },
        ...{ valor: 100_000n, dia: fecha('2026-03-09') },
      }),
    );
    const borrador = String((await subir(d.n, pdf)).headers.location);
    expect((await d.n.ver(borrador)).headers.location).toBe(`${borrador}/revision`);
    expect(texto((await d.n.ver(`${borrador}/revision`)).body)).toContain('9 de marzo de 2026');
  });

  it('del recibo de otra persona no se sabe más que lo que dice su PDF', async () => {
    const renta = await ajena.obligacion('renta', 2024);
    const vence = fecha('2025-08-12');
    await ajena.asentar({
      clase: 'liquidacion',
      asientos: [cargo({ obligacion: renta, rubro: 'impuesto', valor: 900_000n, desde: vence, vence })],
    });
    const { numero, pdf } = await reciboDe(ajena, 80_000n);
    const antes = String((await subir(d.n, pdf)).headers.location);
    expect((await d.n.ver(antes)).headers.location).toBe(`${antes}/deuda`);
    await o.oficina.comoPropietario(SISTEMA, (trx) =>
      registrarPago(trx, {
        ...{ banco: '001', referencia: 'ajeno', recibo: numero, medio: 'ventanilla' },
        ...{ valor: 110_000n, dia: fecha('2026-03-09') },
      }),
    );
    const despues = String((await subir(d.n, pdf)).headers.location);
    await d.n.enviar(`${despues}/deuda`, { deuda: 'no-se' });
    // Whether it was paid, and when, is of whoever paid it.
    expect((await d.n.ver(despues)).headers.location).toBe(`${despues}/pago`);
  });

  it('con el número escrito, como venga, se llena lo mismo; de otra persona o mal escrito se dice y queda lo escrito', async () => {
    const { numero } = await reciboDe(d, 40_000n);
    const { numero: deOtra } = await reciboDe(ajena, 50_000n);
    const entrada = `${d.base}/ya-pague`;
    const escribir = async (escrito: string) => {
      await d.n.ver(entrada);
      return d.n.enviar(`${entrada}/por-numero`, { numero: escrito });
    };
    const r = await escribir(`${numero.slice(0, 3)} ${numero.slice(3, 8)}-${numero.slice(8)}`);
    expect(r.statusCode).toBe(303);
    const borrador = String(r.headers.location);
    expect((await d.n.ver(borrador)).headers.location).toBe(`${borrador}/pago`);
    expect((await d.n.ver(`${borrador}/pago`)).body).toContain('value="70.000"');
    for (const [escrito, dice] of [
      [deOtra, 'Ninguno de sus recibos tiene ese número'],
      ['49000000000000', 'Ninguno de sus recibos tiene ese número'],
      ['490 12', 'de 12 a 14 cifras'],
      ['', 'Escriba el número'],
    ] as const) {
      const no = await escribir(escrito);
      expect([no.statusCode, texto(no.body)]).toEqual([422, expect.stringContaining(dice)]);
      if (escrito !== '') expect(no.body).toContain(`value="${escrito}"`);
    }
  });

  it('lo que no es un recibo de esta oficina lo dice junto a su campo, y pide escribir los datos', async () => {
    const { pdf } = await reciboDe(d, 60_000n);
    const cambiado = Buffer.from(pdf);
    const lugar = Math.floor(cambiado.length / 2);
    cambiado[lugar] = (cambiado[lugar] ?? 0) ^ 1;
    const copia = await d.n.ver(`/de/${d.inscrita.titular}/rut/copias/${d.inscrita.copia}`);
    const malos: [Buffer, string][] = [
      [PDF_DE_PRUEBA, 'no es un recibo hecho en esta oficina'],
      [Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]), 'Esto es una foto'],
      [Buffer.from('\0\0\0\u0018ftypheic\0\0', 'latin1'), 'Esto es una foto'],
      [Buffer.from('MZ no es nada'), 'no es un PDF'],
      [cambiado, 'cambió después de que se hizo'],
      [Buffer.alloc(0), 'pesa 0 bytes'],
      [copia.rawPayload, 'no es un recibo 490'],
    ];
    for (const [contenido, dice] of malos) {
      const r = await subir(d.n, contenido);
      expect([r.statusCode, texto(r.body)]).toEqual([422, expect.stringContaining(dice)]);
      expect(r.body).toContain('Buscar mi pago');
    }
    await d.n.ver(`${d.base}/ya-pague`);
    const nada = await d.n.enviar(`${d.base}/ya-pague/leer-recibo`, {});
    expect([nada.statusCode, texto(nada.body)]).toEqual([
      422,
      expect.stringContaining('Elija el PDF del recibo'),
    ]);
  });

  it('a quien solo puede consultar no se le lee nada, y del archivo no queda nada', async () => {
    const p = persona();
    const delegada = await inscribirPersona(o, p);
    const n = await entrarConCodigo(o, p);
    await delegarDirecto(o, { de: d.inscrita.titular, a: delegada.titular, ambito: 'consultar' });
    expect((await n.ver(`${d.base}/ya-pague`)).body).not.toContain('type="file"');
    expect((await subir(n, PDF_DE_PRUEBA)).statusCode).toBe(403);
    const [{ cuantos } = { cuantos: 1n }] = await o.consultar<{ cuantos: bigint }>(
      'select count(*) as cuantos from tramites.adjunto',
    );
    expect(Number(cuantos)).toBe(0);
  });
});
