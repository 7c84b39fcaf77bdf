import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decision, escenaDeCasos, type EscenaDeCasos } from '../../pruebas/casos.ts';
import type { OficinaDePrueba } from '../../pruebas/oficina.ts';
import { textoDePdf } from '../../pruebas/pdf.ts';
import { comoPersona, radicarDePrueba } from '../../pruebas/tramites.ts';
import { archivos } from '../plataforma/index.ts';
import { relojDelCaso } from './consultas.ts';
import { decidirCaso, devolverCaso } from './decidir-caso.ts';
import { completar, requerir } from './escribir-en-caso.ts';
import { actoDeArchivo } from './mesa/acto-de-archivo.ts';
import { tomarCaso } from './repartir-casos.ts';
import { descargar } from './rutas/casos.ts';

let s: EscenaDeCasos;
let o: OficinaDePrueba;
beforeAll(async () => {
  s = await escenaDeCasos();
  ({ o } = s);
});
afterAll(() => o.cerrar());

async function decisionEnPdf(radicado: string): Promise<Buffer> {
  const r = await s.como(comoPersona(s.anaId), async (trx) =>
    descargar(trx, archivos(), await s.ver(radicado), 'decision'),
  );
  if (r.tipo !== 'archivo') throw new Error('It is not a file');
  return r.contenido;
}

describe('el reloj', () => {
  it('la devolución por requisitos deja presentarla otra vez', async () => {
    const radicado = await radicarDePrueba(o, s.ana.titular);
    await s.como(s.luz, (trx) => tomarCaso(trx, radicado));
    const caso = await s.como(s.luz, (trx) =>
      devolverCaso(trx, {
        radicado,
        razones: 'Falta el soporte.',
        fundamento: 'DUR 1.6.1.2.30',
        demostracion: true,
      }),
    );
    expect(caso.marcha).toMatchObject({ estado: 'devuelta', turno: 'nadie' });
    expect(relojDelCaso(caso).devolver?.termino.cantidad).toBe(8);
  });

  it('pedir algo detiene el plazo, y el plazo sigue cuando se completa', async () => {
    const radicado = await s.pedir();
    await s.como(s.luz, (trx) => tomarCaso(trx, radicado));
    const antes = relojDelCaso(await s.ver(radicado)).vence;
    const requerido = await s.como(s.luz, (trx) => requerir(trx, { radicado, texto: 'Diga cuándo.' }));
    expect(requerido.marcha).toMatchObject({ estado: 'requerida', turno: 'persona' });
    expect(relojDelCaso(requerido).decidir.computo.vence).toBeNull();
    o.reloj.avanzar(7 * 86_400_000);
    const sigue = await s.como(comoPersona(s.anaId), (trx) =>
      completar(trx, { radicado, titular: s.anaId, texto: 'Ayer.' }),
    );
    expect(sigue.marcha).toMatchObject({ estado: 'en-verificacion', turno: 'oficina' });
    expect(relojDelCaso(sigue).vence > antes).toBe(true);
  });

  it('lo que no se completa en su plazo lo archiva un funcionario, con sus razones y solo reposición', async () => {
    const radicado = await s.pedir();
    await s.como(s.luz, (trx) => tomarCaso(trx, radicado));
    await expect(
      s.como(s.luz, (trx) => decidirCaso(trx, decision(radicado, 'archivada'))),
    ).rejects.toMatchObject({
      codigo: 'tramites.caso-cambio',
    });
    await s.como(s.luz, (trx) => requerir(trx, { radicado, texto: 'Diga cuándo.' }));
    await o.trabajar();
    o.reloj.avanzar(45 * 86_400_000);
    await o.ejecutarTrabajo('tramites.vencer-requerimientos');
    const porArchivar = await s.ver(radicado);
    expect(porArchivar.marcha).toMatchObject({ estado: 'por-archivar', turno: 'oficina', decision: null });
    const { razones, fundamento } = actoDeArchivo(porArchivar);
    expect(razones).toMatch(/«Diga cuándo\.»[\s\S]*Se le comunicó el[\s\S]*terminó el/);
    await s.como(s.luz, (trx) =>
      decidirCaso(trx, { radicado, sentido: 'archivada', razones, fundamento, demostracion: true }),
    );
    await o.trabajar();
    const archivada = await s.ver(radicado);
    expect(archivada.marcha.estado).toBe('archivada');
    expect(archivada.eventos.at(-1)).toMatchObject({ hecho: 'notificada', datos: { asunto: 'decision' } });
    const texto = await textoDePdf(await decisionEnPdf(radicado));
    expect(texto.replace(/\s+/g, ' ')).toMatch(
      /archiva el expediente.*Diga cuándo.*solo procede el recurso de reposición/,
    );
    expect(texto).not.toContain('apelación');
  });
});
