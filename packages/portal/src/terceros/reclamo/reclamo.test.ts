import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PDF_DE_PRUEBA } from '../../../pruebas/adjuntos.ts';
import { funcionario } from '../../../pruebas/cuentas.ts';
import { declaranteDe, empezar, llenar } from '../../../pruebas/declaraciones.ts';
import { leido } from '../../../pruebas/leido.ts';
import { deudoraSinDeudas, type Deudora } from '../../../pruebas/oficina-con-deudas.ts';
import { abrirOficina, type OficinaDePrueba } from '../../../pruebas/oficina.ts';
import { textoDePdf } from '../../../pruebas/pdf.ts';
import { reclamar, reemplazar, reportar } from '../../../pruebas/terceros.ts';

let o: OficinaDePrueba;
let empresa: Deudora;
let n = 0;
beforeAll(async () => {
  o = await abrirOficina();
  empresa = await deudoraSinDeudas(o);
});
afterAll(() => o.cerrar());

/** Of each person, another delivery of the same reporter: each is replaced by itself. */
async function reportada(campos = { pago: 8_000_000, retp: 880_000 }) {
  const p = await deudoraSinDeudas(o);
  const reporte = {
    titular: p.id,
    informante: { nit: String(899_900_000 + ++n), nombre: 'Comercial Ficticia', cuenta: empresa.id },
    formato: '1001',
    concepto: '5002',
  };
  await reportar(o, { ...reporte, campos });
  return { p, reporte, base: `/de/${p.inscrita.titular}` };
}

const ver = async (quien: Deudora, donde: string) => leido((await quien.n.ver(donde)).body);
const recibido = (caso: string) =>
  `/de/${empresa.inscrita.titular}/reclamos-recibidos/${caso.split('/').at(-1) ?? ''}`;
const correos = async (destino: string) =>
  (
    await o.consultar<{ asunto: string; texto: string }>(
      'select asunto, texto from plataforma.mensaje where lower(destino) = lower($1) order by creado_en, id',
      [destino],
    )
  ).map((m) => m.asunto);

describe('«esto no es así»', () => {
  it('se dice desde el dato, con soportes; a quien lo reportó se le avisa sin decir de quién es ni qué', async () => {
    const { p, base } = await reportada();
    const caso = await reclamar(p.n, p.inscrita.titular);
    const recien = await ver(p, caso);
    expect(recien).toMatch(/Reclamo 2026RT\d{9}/);
    expect(recien).toContain('Abierta');
    expect(recien).toContain(
      'Hasta el 1 de abril de 2026. Es una regla de esta oficina: la ley no fija uno.',
    );
    await o.trabajar();
    expect(await ver(p, caso)).toContain(
      'Comercial Ficticia ya lo sabe y puede responder hasta el 1 de abril',
    );
    expect(await ver(p, `${base}/reportado`)).toMatch(/Usted dijo que no es así: Reportante avisado/);
    expect(await ver(p, `${base}/reclamos`)).toContain('Reportante avisado');
    const [mensaje] = await o.consultar<{ texto: string }>(
      `select texto from plataforma.mensaje where asunto like 'Alguien dice%' and destino = $1 order by creado_en desc limit 1`,
      [empresa.p.correo],
    );
    expect(mensaje?.texto).toContain('/reclamos-recibidos/');
    for (const suyo of [p.inscrita.nit, 'ZORAIDA', 'Zoraida', '8.000.000', '8000000'])
      expect(mensaje?.texto).not.toContain(suyo);
    const [fila] = await o.consultar<{ n: number }>(
      `select count(*)::int as n from plataforma.auditoria where accion = 'terceros.reclamar' and persona_id = $1`,
      [p.id],
    );
    expect(fila?.n).toBe(1);
  });

  it('sin decir qué está mal, o con un archivo que no es, no se abre, y lo escrito no se pierde', async () => {
    const { p, base } = await reportada();
    const { body } = await p.n.ver(`${base}/reportado`);
    const [, donde = ''] = /href="([^"]*\/no-es-asi)"/.exec(body) ?? [];
    await p.n.ver(donde);
    const archivo = { campo: 'pruebas', nombre: 'nota.pdf', contenido: Buffer.from('no es un PDF') };
    const sinMotivo = await p.n.subir(donde, { relato: 'Fue la mitad de eso.' }, archivo);
    expect([sinMotivo.statusCode, leido(sinMotivo.body)]).toEqual([
      422,
      expect.stringContaining('Elija qué está mal.'),
    ]);
    expect(sinMotivo.body).toContain('Fue la mitad de eso.');
    const malo = await p.n.subir(donde, { motivo: 'no-es-mio', relato: 'No los conozco.' }, archivo);
    expect(malo.statusCode).toBe(422);
    expect(malo.body).toContain('No los conozco.');
    expect((await p.n.ver(`${base}/reportado/2025/${'0'.repeat(20)}/no-es-asi`)).statusCode).toBe(404);
    expect(await o.consultar('select 1 from terceros.reclamo where titular_id = $1', [p.id])).toEqual([]);
  });

  it('de lo mismo se dice una sola vez, también pulsando dos veces a la vez', async () => {
    const { p, base } = await reportada();
    const { body } = await p.n.ver(`${base}/reportado`);
    const [, donde = ''] = /href="([^"]*\/no-es-asi)"/.exec(body) ?? [];
    await p.n.ver(donde);
    const enviar = () =>
      p.n.subir(
        donde,
        { motivo: 'no-es-mio', relato: 'No los conozco de nada.' },
        { campo: 'pruebas', nombre: 'a.pdf', contenido: PDF_DE_PRUEBA },
      );
    const estados = (await Promise.all([enviar(), enviar()])).map((r) => r.statusCode).sort();
    expect(estados).toEqual([303, 409]);
    expect(await o.consultar('select 1 from terceros.reclamo where titular_id = $1', [p.id])).toHaveLength(1);
  });

  it('quien lo reportó ve la explicación y el soporte, y lo sostiene con una razón que la persona lee', async () => {
    const { p, base } = await reportada();
    const caso = await reclamar(p.n, p.inscrita.titular);
    await o.trabajar();
    expect(await ver(empresa, `/de/${empresa.inscrita.titular}`)).toContain(
      'algo que usted reportó no es así',
    );
    const donde = recibido(caso);
    const dice = await ver(empresa, donde);
    expect(dice).toContain('Me pagaron la mitad: tengo la factura.');
    const [prueba = ''] = /\/de\/[^"]*\/pruebas\/[0-9a-z]{26}/.exec(empresa.n.pagina?.body ?? '') ?? [];
    expect((await empresa.n.ver(prueba)).rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    await empresa.n.ver(donde);
    expect((await empresa.n.enviar(donde, { razon: 'sí' })).statusCode).toBe(422);
    expect((await empresa.n.enviar(donde, { razon: 'Tenemos su cuenta de cobro firmada.' })).statusCode).toBe(
      303,
    );
    await o.trabajar();
    const despues = await ver(p, caso);
    expect(despues).toContain('Sostenida');
    expect(despues).toContain('Tenemos su cuenta de cobro firmada.');
    expect(await correos(p.p.correo)).toContainEqual(expect.stringMatching(/^Respondieron su reclamo/));
    expect(await ver(p, base)).toContain('dice que es cierto');
    await empresa.n.ver(donde);
    expect((await empresa.n.enviar(`${donde}/corrige`)).statusCode).toBe(409);
  });

  it('corregida se ve en lo reportado: una entrega que dice otra cosa, y no la que repite lo mismo', async () => {
    const { p, reporte } = await reportada();
    const caso = await reclamar(p.n, p.inscrita.titular);
    await empresa.n.ver(recibido(caso));
    expect((await empresa.n.enviar(`${recibido(caso)}/corrige`)).statusCode).toBe(303);
    await o.trabajar();
    expect(await ver(p, caso)).toContain('dijo que lo va a corregir con otra entrega');
    const llega = async (campos: Record<string, number>) => {
      await reemplazar(o, { ...reporte, campos });
      const [e] = await o.consultar<{ id: string }>(
        'select id from terceros.vigentes where informante_nit = $1',
        [reporte.informante.nit],
      );
      await o.ejecutarTrabajo('terceros.mirar-lo-reemplazado', { id: e?.id ?? '' });
      await o.trabajar();
    };
    await llega({ pago: 8_000_000, retp: 880_000 });
    expect(await ver(p, caso)).toContain('Reportante avisado');
    await llega({ pago: 4_000_000, retp: 440_000 });
    expect(await ver(p, caso)).toContain('Corregida');
    expect((await correos(p.p.correo)).filter((a) => a.startsWith('Lo que reclamó ya no'))).toHaveLength(1);
    // What was said then stays as it was.
    expect(await ver(p, caso)).toContain('$ 8.000.000');
    await o.ejecutarTrabajo('terceros.seguir-reclamos');
    await o.trabajar();
    expect((await correos(p.p.correo)).filter((a) => a.startsWith('Lo que reclamó ya no'))).toHaveLength(1);
  });

  it('repetido: quitar una de las dos filas iguales es corregir', async () => {
    const { p, reporte } = await reportada();
    await reportar(o, { ...reporte, campos: { pago: 8_000_000, retp: 880_000 } });
    const caso = await reclamar(p.n, p.inscrita.titular, { motivo: 'repetido', relato: 'Fue una sola vez.' });
    expect(await ver(p, caso)).toContain('Abierta');
    await reemplazar(o, { ...reporte, campos: { pago: 8_000_000, retp: 880_000 } });
    expect(await ver(p, caso)).toContain('Corregida');
  });

  it('nadie que no sea una de las dos partes lo ve ni lo responde', async () => {
    const { p, base } = await reportada();
    const caso = await reclamar(p.n, p.inscrita.titular);
    const otra = await deudoraSinDeudas(o);
    const id = caso.split('/').at(-1) ?? '';
    for (const donde of ['reclamos', 'reclamos-recibidos'])
      expect((await otra.n.ver(`/de/${otra.inscrita.titular}/${donde}/${id}`)).statusCode).toBe(404);
    expect((await p.n.ver(`${base}/reclamos-recibidos/${id}`)).statusCode).toBe(404);
    expect((await empresa.n.ver(`/de/${empresa.inscrita.titular}/reclamos/${id}`)).statusCode).toBe(404);
    await otra.n.ver(`/de/${otra.inscrita.titular}/reclamos-recibidos`);
    expect(
      (await otra.n.enviar(`/de/${otra.inscrita.titular}/reclamos-recibidos/${id}/corrige`)).statusCode,
    ).toBe(404);
  });

  it('la nota y los soportes van en la declaración, y sellados son la respuesta lista', async () => {
    const { p } = await reportada();
    const caso = await reclamar(p.n, p.inscrita.titular);
    await o.trabajar();
    await p.n.ver(caso);
    expect((await p.n.ver(`${caso}/nota.pdf`)).statusCode).toBe(409);
    await p.n.ver(caso);
    expect((await p.n.enviar(`${caso}/nota`)).statusCode).toBe(303);
    const pdf = (await p.n.ver(`${caso}/nota.pdf`)).rawPayload;
    const dice = await textoDePdf(pdf);
    for (const parte of ['Comercial Ficticia', 'Me pagaron la mitad', 'factura.pdf', '10 de marzo de 2026'])
      expect(dice).toContain(parte);
    const q = await declaranteDe(o, p);
    const borrador = await empezar(q);
    const { body } = await q.n.ver(`${borrador}/lo-reportado`);
    const campos = [...body.matchAll(/name="(es-s-[0-9a-f]{20})"/g)].map((m) => m[1] ?? '');
    await q.n.enviar(`${borrador}/lo-reportado`, Object.fromEntries(campos.map((c) => [c, 'no'])));
    await llenar(q, borrador);
    const firma = leido((await q.n.ver(`${borrador}/firmar`)).body);
    expect(firma).toContain('Diferencias con lo que otros reportaron');
    expect(firma).toMatch(/Formato 1001 de Comercial Ficticia, reclamo 2026RT\d{9}/);
    expect(firma).toMatch(
      /Me pagaron la mitad: tengo la factura\. Soportes: factura\.pdf \(SHA-256 [0-9a-f]{64}\)/,
    );
  });
});

describe('por programa', () => {
  it('se dice que no es así, se lee la cola y se responde; la misma clave da lo mismo', async () => {
    const { p, base } = await reportada();
    const [persona, quienReporta] = [o.api(), o.api()];
    persona.token = p.inscrita.token;
    quienReporta.token = empresa.inscrita.token;
    const { cuerpo: visto } = await persona.pedir<{ reportes: { reporte: string }[] }>(
      'GET',
      `${base}/reportado`,
    );
    const camino = `${base}/reportado/2025/${visto.reportes[0]?.reporte ?? ''}/reclamo`;
    expect((await persona.pedir('POST', camino, { motivo: 'porque-si', relato: 'corto' })).estado).toBe(422);
    const decir = () =>
      persona.pedir<{ reclamo: string; estado: string }>(
        'POST',
        camino,
        { motivo: 'otro-anio', relato: 'Fue en diciembre de 2024.' },
        { 'idempotency-key': 'una-clave-de-reclamo' },
      );
    const [uno, dos] = [await decir(), await decir()];
    expect([uno.estado, uno.cuerpo.estado, dos.cuerpo.reclamo]).toEqual([201, 'abierta', uno.cuerpo.reclamo]);
    const cola = `/de/${empresa.inscrita.titular}/reclamos-recibidos`;
    const { cuerpo } = await quienReporta.pedir<{ reclamos: { reclamo: string }[] }>('GET', cola);
    expect(cuerpo.reclamos.map((r) => r.reclamo)).toContain(uno.cuerpo.reclamo);
    const responder = (respuesta: object) =>
      quienReporta.pedir<{ estado: string }>('POST', `${cola}/${uno.cuerpo.reclamo}/respuesta`, respuesta);
    expect((await responder({ respuesta: 'sostiene' })).estado).toBe(422);
    expect((await responder({ respuesta: 'sostiene', razon: 'La factura es de enero.' })).cuerpo.estado).toBe(
      'sostenida',
    );
    expect((await responder({ respuesta: 'corrige' })).estado).toBe(409);
    const { cuerpo: suyos } = await persona.pedir<{ reclamos: object[] }>('GET', `${base}/reclamos`);
    expect(suyos.reclamos).toMatchObject([{ estado: 'sostenida', motivo: 'otro-anio' }]);
  });
});

/** The last ones: the clock moves on. */
describe('cuando nadie responde', () => {
  it('vence, se le cuenta a la persona una vez, y la mesa lo ve y lo recuerda; mirarlo queda anotado', async () => {
    const { p } = await reportada();
    const caso = await reclamar(p.n, p.inscrita.titular);
    await o.trabajar();
    o.reloj.avanzar(24 * 24 * 3_600_000);
    await o.ejecutarTrabajo('terceros.seguir-reclamos');
    await o.ejecutarTrabajo('terceros.seguir-reclamos');
    await o.trabajar();
    expect((await correos(p.p.correo)).filter((a) => a.startsWith('Venció sin respuesta'))).toHaveLength(1);
    const mar = (await funcionario(o, { usuario: 'mar', roles: ['pqsrd'] })).n;
    const lista = leido((await mar.ver('/mesa/reclamos-de-terceros')).body);
    expect(lista).toContain('Vencida sin respuesta');
    expect(lista).not.toContain(p.inscrita.nit);
    const donde = `/mesa/reclamos-de-terceros/${caso.split('/').at(-1) ?? ''}`;
    expect(leido((await mar.ver(donde)).body)).toContain('Comercial Ficticia');
    expect((await mar.enviar(`${donde}/recordar`)).statusCode).toBe(303);
    expect((await mar.seguir()).body).toContain('Se lo recordamos');
    await o.trabajar();
    expect((await correos(empresa.p.correo)).at(-1)).toMatch(/^Le recordamos/);
    const [visto] = await o.consultar(
      `select 1 from plataforma.auditoria where accion = 'terceros.consultar-reclamo' and persona_id = $1`,
      [p.id],
    );
    expect(visto).toBeDefined();
    const propia = (await funcionario(o, { usuario: 'ella', roles: ['pqsrd'], numero: p.p.fila.numero })).n;
    expect((await propia.ver(donde)).statusCode).toBe(404);
  });
});
