import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { escenaDeCasos, type EscenaDeCasos } from '../../../pruebas/casos.ts';
import type { Navegador } from '../../../pruebas/navegador.ts';
import { radicarDePrueba } from '../../../pruebas/tramites.ts';
import { deLaMesa } from '../../../pruebas/verificados.ts';

let s: EscenaDeCasos;
let eva: Navegador;
beforeAll(async () => {
  s = await escenaDeCasos();
  eva = await deLaMesa(s.o, 'eva');
});
afterAll(() => s.o.cerrar());

/** A case that Eva has, whose only condition is met, is not, or is not known. */
async function tomado(pide: 'si' | 'no' | 'quien-sabe', tipo?: string): Promise<string> {
  const caso = `/mesa/tramites/${await radicarDePrueba(s.o, s.ana.titular, pide, tipo)}`;
  await eva.ver(caso);
  await eva.enviar(`${caso}/tomar`);
  return caso;
}

const ESCRITO = { razones: 'Lo que escribí con cuidado durante una hora.', fundamento: 'DUR 1.6.1.2.31' };

describe('una negativa no cuesta lo que se escribió, y dice por qué', () => {
  it('aprobar no se ofrece mientras falte verificar, y se dice qué falta', async () => {
    const caso = await tomado('quien-sabe');
    const { body } = await eva.ver(caso);
    expect(body).not.toContain(`${caso}/decidir/aprobada`);
    expect(body).toContain('Antes de aprobar, verifique y anote');
    expect(body).toContain(`${caso}/decidir/devuelta`);
    const pagina = await eva.ver(`${caso}/decidir/aprobada`);
    expect(pagina.body).toContain('Antes de aprobar, verifique y anote');
    expect(pagina.body).not.toContain('name="razones"');
    await eva.ver(caso);
    await eva.enviar(`${caso}/verificar`, { que: 'saber', hallazgo: 'no-hay', nota: 'Se miró.' });
    expect((await eva.ver(caso)).body).toContain(`${caso}/decidir/aprobada`);
  });

  it('quien la manda de todos modos recibe su página con lo que escribió y la razón', async () => {
    for (const [pide, sentido, razon] of [
      ['quien-sabe', 'aprobada', 'Antes de aprobar, verifique y anote'],
      ['no', 'aprobada', 'No se puede aprobar'],
      ['si', 'negada', 'No se puede negar'],
    ] as const) {
      const caso = await tomado(pide);
      await eva.ver(caso);
      const r = await eva.enviar(`${caso}/decidir/${sentido}`, ESCRITO);
      expect([pide, r.statusCode]).toEqual([pide, 409]);
      expect(r.body).toContain(razon);
      expect(r.body).toContain(ESCRITO.razones);
      expect(r.body).toContain('class="persona__nombre"');
      expect(r.body).not.toContain('quedó guardada');
    }
  });

  it('lo que otro movió un momento antes se dice en la página del trámite, con el mensaje que se escribía', async () => {
    const caso = await tomado('si');
    await eva.ver(caso);
    await eva.enviar(`${caso}/liberar`, { motivo: 'Se va.' });
    await eva.ver(caso);
    const r = await eva.enviar(`${caso}/requerir`, { requerimiento: 'La copia de la cédula.' });
    expect(r.statusCode).toBe(409);
    expect(r.body).toContain('Este trámite no está asignado a usted.');
    expect(r.body).toContain('Qué ha pasado');
  });

  it('negar no se ofrece sin una condición incumplida; con una, sí', async () => {
    const si = await tomado('si');
    expect((await eva.ver(si)).body).not.toContain(`${si}/decidir/negada`);
    const no = await tomado('no');
    const { body } = await eva.ver(no);
    expect(body).toContain(`${no}/decidir/negada`);
    expect(body).not.toContain(`${no}/decidir/aprobada`);
  });

  it('del plazo que se detiene solo se habla donde se puede detener', async () => {
    const rut = await tomado('si');
    const peticion = await tomado('si', 'prueba.peticion');
    expect((await eva.ver(rut)).body).not.toMatch(/detien|detuv|detenido/);
    expect((await eva.ver(peticion)).body).toContain('No detiene el plazo.');
  });
});
