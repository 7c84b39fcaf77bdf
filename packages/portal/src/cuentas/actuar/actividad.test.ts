import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inscribirPersona, persona } from '../../../pruebas/inscripcion.ts';
import { abrirOficina, type OficinaDePrueba } from '../../../pruebas/oficina.ts';
import { conContrasena, delegarDirecto } from '../../../pruebas/cuentas.ts';
import { porDias, type Actuacion } from './actividad.ts';

let o: OficinaDePrueba;
beforeAll(async () => {
  o = await abrirOficina();
});
afterAll(() => o.cerrar());

const en = (hora: string): Date => new Date(`2026-03-10T${hora}:00Z`);
const hecho = (quien: string, que: string, hora: string): Actuacion => ({
  quien,
  que,
  cuando: en(hora),
  clase: quien === 'usted' ? 'usted' : 'funcionario',
  nombre: quien,
});

describe('quién vio mis datos', () => {
  it('va por día y por persona: cada cosa una vez, con cuántas y entre qué horas', () => {
    const [dia, ...otros] = porDias([
      hecho('luz', 'Miró', '20:00'),
      hecho('usted', 'Entró', '19:30'),
      hecho('luz', 'Miró', '19:00'),
      hecho('luz', 'Decidió', '18:00'),
    ]);
    expect(otros).toEqual([]);
    expect(dia?.dia).toBe('2026-03-10');
    expect(dia?.personas.map((p) => p.nombre)).toEqual(['luz', 'usted']);
    expect(dia?.personas[0]).toMatchObject({
      cosas: [
        { que: 'Miró', veces: 2 },
        { que: 'Decidió', veces: 1 },
      ],
      desde: en('18:00'),
      hasta: en('20:00'),
    });
  });

  it('un día es el de Bogotá: lo de las once de la noche no es de mañana', () => {
    expect(porDias([hecho('usted', 'Entró', '04:00')])[0]?.dia).toBe('2026-03-09');
  });

  it('la propia inscripción es de uno, sin el ruido de la oficina; y se puede ver lo de una sola persona', async () => {
    const p = persona();
    const i = await inscribirPersona(o, p);
    await o.trabajar();
    const n = o.navegador();
    n.galletas.set('sesion', i.token);
    const todo = (await n.ver(`/de/${i.titular}/actividad`)).body;
    expect(todo).toMatch(/<strong>Usted<\/strong>[\s\S]*Se inscribió en el RUT/);
    expect(todo).not.toContain('no había entrado');
    expect(todo).not.toContain('Se selló un documento');
    const otra = persona({ primer_nombre: 'Benita' });
    await inscribirPersona(o, otra);
    const { n: m, titular } = await conContrasena(o, otra);
    await delegarDirecto(o, { de: i.titular, a: titular, ambito: 'consultar' });
    await m.ver(`/de/${i.titular}/rut`);
    await m.ver(`/de/${i.titular}/rut`);
    const ambos = (await n.ver(`/de/${i.titular}/actividad`)).body;
    expect(ambos).toContain('Benita Muñoz Ficticia, en su nombre');
    const [, quien = ''] = /\?quien=([0-9a-f]{12})"/.exec(ambos) ?? [];
    const suyo = (await n.ver(`/de/${i.titular}/actividad?quien=${quien}`)).body;
    expect(suyo).toContain('Benita Muñoz Ficticia, en su nombre');
    expect(suyo).not.toContain('Se inscribió en el RUT');
  });
});
