import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { decision, escenaDeCasos, type EscenaDeCasos } from '../../../pruebas/casos.ts';
import type { OficinaDePrueba } from '../../../pruebas/oficina.ts';
import { smtpDePrueba, type SmtpDePrueba } from '../../../pruebas/smtp.ts';
import { radicarDePrueba } from '../../../pruebas/tramites.ts';
import type { Actor } from '../../plataforma/index.ts';
import { decidirCaso } from '../decidir-caso.ts';
import { requerir } from '../escribir-en-caso.ts';
import { leerSinNotificar } from '../mesa/cola.ts';
import { tomarCaso } from '../repartir-casos.ts';
import { enviarOtraVez, notificarDeOtroModo } from './notificar-de-otro-modo.ts';

let s: EscenaDeCasos;
let o: OficinaDePrueba;
let smtp: SmtpDePrueba;
let luz: Actor;
const DIA = 86_400_000;

beforeAll(async () => {
  smtp = await smtpDePrueba();
  s = await escenaDeCasos({ SMTP_URL: smtp.url });
  ({ o, luz } = s);
});
afterAll(async () => {
  await o.cerrar();
  await smtp.cerrar();
});
beforeEach(() => smtp.rechazar());

const como: EscenaDeCasos['como'] = (quien, obra) => s.como(quien, obra);
/** Of what was sent of that kind, how each try ended. */
const finales = async (radicado: string, asunto: string) =>
  (await s.ver(radicado)).eventos.flatMap((e) =>
    (e.hecho === 'notificada' || e.hecho === 'no-notificada') && e.datos.asunto === asunto ? [e] : [],
  );
async function decidido(): Promise<string> {
  const radicado = await radicarDePrueba(o, s.ana.titular);
  await como(luz, (trx) => tomarCaso(trx, radicado));
  await como(luz, (trx) => decidirCaso(trx, decision(radicado)));
  return radicado;
}
async function requerido(): Promise<string> {
  const radicado = await s.pedir();
  await como(luz, (trx) => tomarCaso(trx, radicado));
  await como(luz, (trx) => requerir(trx, { radicado, texto: 'Diga cuándo.' }));
  return radicado;
}
const sinNotificar = async (radicado: string) =>
  (await como(luz, (trx) => leerSinNotificar(trx, 'mesa-rut'))).filter((c) => c.radicado === radicado);

describe('lo que se envía a la persona de un trámite', () => {
  it('solo se dice enviado cuando el servidor de correo lo recibió, con esa hora', async () => {
    smtp.rechazar(451, '4.3.0 más tarde');
    const radicado = await decidido();
    await o.trabajar();
    expect(await finales(radicado, 'decision')).toEqual([]);
    expect(await s.pagina(radicado)).not.toContain('Se envió');
    smtp.rechazar();
    o.reloj.avanzar(3_600_000);
    await o.consultar(`update graphile_worker._private_jobs set run_at = now() where attempts > 0`);
    await o.trabajar();
    expect(await finales(radicado, 'decision')).toMatchObject([
      { hecho: 'notificada', ocurrioEn: o.reloj.ahora(), datos: { asunto: 'decision' } },
    ]);
    expect(await s.pagina(radicado)).toContain('Se envió la decisión a');
  });

  it('lo que rebota se dice a la persona y a la mesa, y al enviarlo otra vez deja de estar pendiente', async () => {
    smtp.rechazar(550, '5.1.1 no existe');
    const radicado = await decidido();
    await o.trabajar();
    expect(await s.pagina(radicado)).toMatch(/No pudimos enviarle la decisión[\s\S]*art\. 565/);
    expect(await sinNotificar(radicado)).toMatchObject([{ asunto: 'decision', nombre: 'Trámite de prueba' }]);
    const [falla] = await finales(radicado, 'decision');
    const documento = falla?.datos.documento ?? '';
    smtp.rechazar();
    await como(luz, (trx) => enviarOtraVez(trx, { radicado, documento }));
    await como(luz, (trx) => enviarOtraVez(trx, { radicado, documento }));
    await o.trabajar();
    expect((await finales(radicado, 'decision')).map((e) => e.hecho)).toEqual([
      'no-notificada',
      'notificada',
    ]);
    expect(await sinNotificar(radicado)).toEqual([]);
    expect(await s.pagina(radicado)).not.toContain('No pudimos enviarle la decisión');
    await expect(como(luz, (trx) => enviarOtraVez(trx, { radicado, documento }))).rejects.toMatchObject({
      codigo: 'tramites.ya-notificada',
    });
  });

  it('el trabajo que repite el aviso de un final lo anota una vez', async () => {
    const radicado = await decidido();
    await o.trabajar();
    const mensajes = await o.consultar<{ mensaje_id: string }>(
      `select e.mensaje_id from sello.entrega e join sello.documento d on d.id = e.documento_id
       where d.contenido ->> 'radicado' = $1`,
      [radicado],
    );
    expect(mensajes).toHaveLength(2);
    for (const m of mensajes) await o.ejecutarTrabajo('tramites.anotar-entrega', { id: m.mensaje_id });
    expect(await finales(radicado, 'decision')).toHaveLength(1);
  });

  it('lo que se notificó personalmente queda con su constancia', async () => {
    smtp.rechazar(550, '5.1.1 no existe');
    const radicado = await decidido();
    await o.trabajar();
    const [falla] = await finales(radicado, 'decision');
    await como(luz, (trx) =>
      notificarDeOtroModo(trx, {
        radicado,
        documento: falla?.datos.documento ?? '',
        medio: 'personal',
        constancia: 'Hoy, en la oficina, a ella misma.',
      }),
    );
    expect(await sinNotificar(radicado)).toEqual([]);
    expect(await s.pagina(radicado)).toContain('Se notificó la decisión personalmente');
  });

  it('lo que se pidió y no llegó no se archiva; los días para completarlo cuentan desde que llega', async () => {
    smtp.rechazar(550, '5.1.1 no existe');
    const radicado = await requerido();
    await o.trabajar();
    o.reloj.avanzar(60 * DIA);
    await o.ejecutarTrabajo('tramites.vencer-requerimientos');
    expect((await s.ver(radicado)).marcha.estado).toBe('requerida');
    const [falla] = await finales(radicado, 'requerimiento');
    smtp.rechazar();
    await como(luz, (trx) => enviarOtraVez(trx, { radicado, documento: falla?.datos.documento ?? '' }));
    await o.trabajar();
    await o.ejecutarTrabajo('tramites.vencer-requerimientos');
    const despues = await s.ver(radicado);
    expect(despues.marcha.estado).toBe('requerida');
    const [pedido] = despues.marcha.requerimientos;
    expect(String(pedido?.limite) > o.reloj.hoy()).toBe(true);
    expect(await s.pendiente(radicado)).toMatchObject([{ vence: pedido?.limite }]);
  });
});
