import { fecha } from '@autogestion/normas/fechas';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PDF_DE_PRUEBA } from '../../../pruebas/adjuntos.ts';
import { concedida, deudoraQueFirma, facilidadDe, pedirFacilidad } from '../../../pruebas/facilidades.ts';
import { deudoraSinDeudas } from '../../../pruebas/oficina-con-deudas.ts';
import { abrirOficina, type OficinaDePrueba } from '../../../pruebas/oficina.ts';
import { decidirEnMesa, deLaMesa, firmarSolicitud, verificarEnMesa } from '../../../pruebas/verificados.ts';
import { pago } from '../libro/index.ts';
import { comoSeFirmo } from './documentos.ts';
import { SolicitudFacilidad } from './solicitud.ts';

let o: OficinaDePrueba;
beforeAll(async () => {
  o = await abrirOficina();
});
afterAll(() => o.cerrar());

describe('facilidad de pago: simular', () => {
  it('dice cuánto cuesta, quién la concede y cada cuota, sin escribir nada, y se baja en CSV', async () => {
    const d = await deudoraQueFirma(o);
    const { body, statusCode } = await d.n.ver(`${d.base}/facilidad`);
    expect(statusCode).toBe(200);
    for (const dice of [
      'Si paga hoy, 10 de marzo de 2026',
      'Lo que le cuesta el plazo',
      'Se la concedemos al firmar',
      'ET 814 inc. 2',
      'Es una regla de esta oficina.',
      'Todavía no se conoce: se supone la de marzo de 2026.',
      'Cuota 12',
    ])
      expect(body).toContain(dice);
    const consulta = /cuotas\.csv\?([^"]+)"/.exec(body)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const csv = await d.n.ver(`${d.base}/facilidad/cuotas.csv?${consulta}`);
    expect(csv.body.split('\r\n')).toHaveLength(1 + 12 + 1);
    const suma = (columna: number) =>
      csv.body
        .split('\r\n')
        .slice(1, -1)
        .reduce((n, fila) => n + BigInt(fila.split(';')[columna] ?? ''), 0n);
    expect(suma(2) + suma(3)).toBe(suma(4));
  });

  it('lo que no se puede se dice al lado de su campo, y lo que la ley no permite con lo que sí', async () => {
    const d = await deudoraQueFirma(o);
    const renta = await d.publico(await d.obligacion('renta', 2024));
    const ver = async (campos: Record<string, string>) => {
      const q = new URLSearchParams({
        ...{ calcular: 'si', deudas: renta, cuotas: '12', periodicidad: 'mensual', inicial: '0' },
        ...{ garantia: 'ninguna', ...campos },
      });
      const r = await d.n.ver(`${d.base}/facilidad?${q}`);
      return [r.statusCode, r.body] as const;
    };
    for (const [campos, dice] of [
      [{ cuotas: 'doce' }, 'Escriba cuántas cuotas'],
      [{ cuotas: '0' }, 'Tiene que haber una cuota'],
      [{ cuotas: '85' }, 'escriba 84 o menos'],
      [{ inicial: '-1' }, 'govuk-error-message'],
      [{ inicial: '99.000.000' }, 'Con la cuota inicial paga todo'],
      [{ deudas: 'ajena' }, 'Una de esas deudas ya no está pendiente'],
      [{ garantia: 'mi palabra' }, 'Escoja una garantía de la lista'],
    ] as const) {
      const [estado, body] = await ver(campos);
      expect([campos, estado]).toEqual([campos, 422]);
      expect(body).toContain(dice);
    }
    const [estado, body] = await ver({ cuotas: '24' });
    expect(estado).toBe(200);
    expect(body).toContain('Así no se puede');
    expect(body).toContain('Ofrezca una garantía');
    expect(body).not.toContain('Pedirla así');
    expect((await ver({ cuotas: '24', garantia: 'bancaria' }))[1]).toContain('La decide un funcionario');
    expect((await ver({ inicial: '$ 1.000,40' }))[0]).toBe(200);
  });

  it('a quien no debe nada vencido se le dice, y no se le abre una solicitud', async () => {
    const d = await deudoraSinDeudas(o);
    expect((await d.n.ver(`${d.base}/facilidad`)).body).toContain('no hay qué pagar por cuotas');
    expect((await d.n.enviar(`${d.base}/facilidad`)).statusCode).toBe(409);
  });
});

describe('facilidad de pago: pedir y conceder', () => {
  it('lo que se firma es lo que se concede, al peso, con su resolución y un recibo por cuota menos la última', async () => {
    const d = await deudoraQueFirma(o);
    const solicitud = await pedirFacilidad(d, { inicial: '100.000' });
    expect((await d.n.ver(solicitud)).body).toContain('La oficina se la concede de una vez');
    const radicado = await firmarSolicitud(o, d.n, d.p, solicitud);
    const f = await facilidadDe(o, d);
    expect(f?.radicado).toBe(radicado);
    if (!f) return;

    const [firmado] = await o.consultar<{ acto: { solicitud: unknown } }>(
      `select canonico::jsonb -> 'acto' as acto from firma.acto where tipo = 'obligaciones.facilidad' and titular_id = $1`,
      [d.id],
    );
    const { corte, meses, camino, salvedades, ...plan } = SolicitudFacilidad.parse(firmado?.acto.solicitud);
    expect([corte, meses, camino, salvedades.length > 0]).toEqual([Number(f.corte), 6, 'automatica', true]);
    expect(comoSeFirmo(f)).toEqual(plan);
    const suma = (ns: readonly bigint[]) => ns.reduce((a, b) => a + b, 0n);
    expect(suma(f.cuotas.map((c) => c.total))).toBe(f.deuda + f.intereses);

    await o.trabajar();
    expect((await d.n.ver(`/de/${d.inscrita.titular}/tramites/${radicado}`)).body).toContain('Concedida');
    const pagina = `${d.base}/facilidades/${f.idPublico}`;
    const { body } = await d.n.ver(pagina);
    expect(body).toContain('Va al día');
    // The last one's is made when the others are paid.
    expect(body.match(/Recibo 490\d{11}/g)).toHaveLength(6);
    const cuenta = (await d.n.ver(`/de/${d.inscrita.titular}/obligaciones`)).body;
    expect(cuenta).toContain('EN FACILIDAD DE PAGO');
    expect(cuenta).toContain(`href="${pagina}"`);
    const pdf = await d.n.ver(`${pagina}/resolucion.pdf`);
    expect([pdf.statusCode, pdf.headers['content-type']]).toEqual([200, 'application/pdf']);
    expect((await d.n.ver(`/de/${d.inscrita.titular}`)).body).toContain('Cuota de su facilidad');
    const [carta] = await o.consultar<{ asunto: string }>(
      `select asunto from plataforma.mensaje where lower(destino) = lower($1) and asunto ~ 'facilidad de pago quedó'`,
      [d.p.correo],
    );
    expect(carta?.asunto).toContain(radicado);
  });

  it('la misma deuda no se concede dos veces: ni por firmar dos veces ni con otra solicitud', async () => {
    const d = await deudoraQueFirma(o);
    const [una, otra] = [await pedirFacilidad(d), await pedirFacilidad(d, { cuotas: '3' })];
    await firmarSolicitud(o, d.n, d.p, una);
    const repetida = await d.n.ver(`${una}/firmar`);
    expect(repetida.statusCode).not.toBe(500);
    const no = await d.n.ver(`${otra}/firmar`);
    expect([no.statusCode, no.body.includes('ya está en una facilidad de pago')]).toEqual([409, true]);
    const cuantas = await o.consultar('select 1 from obligaciones.facilidad where titular_id = $1', [d.id]);
    expect(cuantas).toHaveLength(1);
    expect((await d.n.ver(`${d.base}/facilidad`)).body).toContain('no hay qué pagar por cuotas');
  });

  it('si lo que se debe cambia entre la cuenta y la firma, no se firma: se dice antes y ahora', async () => {
    const d = await deudoraQueFirma(o);
    const solicitud = await pedirFacilidad(d);
    await d.asentar({
      clase: 'pago',
      asientos: [pago(await d.obligacion('renta', 2024), 1_000_000n, fecha('2026-03-09'))],
    });
    const { statusCode, body } = await d.n.ver(`${solicitud}/firmar`);
    expect(statusCode).toBe(409);
    expect(body).toMatch(/antes \$[\s\d.]+, ahora \$[\s\d.]+/);
    expect((await d.n.ver(solicitud)).body).toContain('Haga la cuenta otra vez');
    expect(await facilidadDe(o, d)).toBeUndefined();
    expect((await concedida(o, d)).deuda).toBeLessThan(2_000_000n);
  });

  it('con garantía la decide un funcionario, con los documentos, y concede lo que se firmó aunque pasen días', async () => {
    const d = await deudoraQueFirma(o);
    const solicitud = await pedirFacilidad(d, { cuotas: '24', garantia: 'bancaria' });
    expect((await d.n.ver(`${solicitud}/firmar`)).statusCode).toBe(409);
    await d.n.ver(`${solicitud}/documentos`);
    const contenido = PDF_DE_PRUEBA;
    const nombre = 'aval.pdf';
    const subido = await d.n.subir(
      `${solicitud}/documentos`,
      { pedido: 'garantia' },
      { campo: 'archivo-garantia', nombre, contenido },
    );
    expect(subido.statusCode).toBe(303);
    const radicado = await firmarSolicitud(o, d.n, d.p, solicitud);
    expect(await facilidadDe(o, d)).toBeUndefined();

    o.reloj.avanzar(8 * 86_400_000);
    const olga = await deLaMesa(o, 'olga', 'obligaciones');
    const caso = await verificarEnMesa(olga, [], radicado);
    expect((await decidirEnMesa(olga, caso, 'atendida')).statusCode).toBe(409);
    await olga.ver(caso);
    await olga.enviar(`${caso}/verificar`, { que: 'garantia', hallazgo: 'no-hay', nota: 'El aval alcanza.' });
    expect((await decidirEnMesa(olga, caso, 'atendida')).statusCode).toBe(303);
    const f = await facilidadDe(o, d);
    expect([f?.garantia, f?.cuotas.length, f?.porFuncionario]).toEqual(['bancaria', 24, true]);
    expect([f?.inicio, f?.concedidaEl]).toEqual(['2026-03-10', '2026-03-18']);
  });
});
