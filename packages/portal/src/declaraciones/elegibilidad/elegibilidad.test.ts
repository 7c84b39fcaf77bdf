import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leido } from '../../../pruebas/leido.ts';
import { abrirOficina, type OficinaDePrueba } from '../../../pruebas/oficina.ts';
import { PUEDO_ESTAR } from './index.ts';

let o: OficinaDePrueba;
beforeAll(async () => {
  o = await abrirOficina();
});
afterAll(() => o.cerrar());

const PERSONA = {
  ...{ empresa: 'si', ingresos: '90.000.000', 'ingresos-consolidados': '0', rut: 'si', firma: 'si' },
  ...{ factura: 'si', residencia: 'si', 'relacion-laboral': 'no', 'utilidad-grupo-6': 'no' },
  'exclusion-anterior': 'no',
};
const sin = (campos: Record<string, string>, ...quitados: string[]) =>
  Object.fromEntries(Object.entries(campos).filter(([c]) => !quitados.includes(c)));
async function preguntar(campos: Record<string, string | string[]>, camino = PUEDO_ESTAR.natural) {
  const n = o.navegador();
  await n.ver(camino);
  return n.enviar(camino, campos);
}

/** It is 2026-03-10: whoever is in the RUT enters for 2027. */
describe('¿puedo estar en el SIMPLE?', () => {
  it('quien cumple todo puede, y se le dice desde cuándo y lo que la página no puede saber', async () => {
    const r = await preguntar(PERSONA);
    const texto = leido(r.body);
    expect(texto).toContain('Puede estar en el SIMPLE en 2027');
    expect(texto.match(/ Cumple /g)).toHaveLength(11);
    expect(texto).toContain('último día hábil de febrero: el 26 de febrero de 2027');
    expect(texto).toContain('Lo que esta página no puede saber');
    expect(r.body).toContain('value="90.000.000"');
  });

  it.each<[string, Record<string, string | string[]>, string, string]>([
    [
      'una actividad que no cabe',
      { actividades: ['factoraje'] },
      'No puede estar en el SIMPLE',
      'art. 906 nums. 8 y 9.',
    ],
    ['ingresos en el límite', { ingresos: '5.237.400.000' }, 'No puede estar en el SIMPLE', 'UVT de 2026'],
    [
      'con otras empresas',
      { 'ingresos-consolidados': '5.200.000.000' },
      'No puede',
      'art. 905 nums. 3, 4 y 5 y par.',
    ],
    ['chatarra con mucha utilidad', { 'utilidad-grupo-6': 'mas' }, 'No puede', 'art. 906 num. 11;'],
    ['sin firma', { firma: 'no' }, 'Todavía no, pero puede arreglarlo', 'Debe obtener su firma'],
    ['sin saber si reside', { residencia: 'no-se' }, 'Falta saber algo', 'Falta saber si reside en Colombia'],
    ['sin RUT: se mide este año', { rut: 'no' }, 'Todavía no', 'en cualquier momento'],
  ])('%s: se dice con su razón y su artículo', async (_, cambios, titulo, razon) => {
    const texto = leido((await preguntar({ ...PERSONA, ...cambios })).body);
    expect(texto).toContain(titulo);
    expect(texto).toContain(razon);
  });

  it('a una sociedad se le pregunta por sus socios y por lo que es', async () => {
    const comun = sin(PERSONA, 'empresa', 'residencia', 'relacion-laboral');
    const SOCIEDAD = {
      ...comun,
      ...{ sociedad: 'si', socios: 'si', extranjera: 'no', 'relacion-laboral-de-socios': 'no' },
      ...{ 'depende-de-otra': 'no', 'participa-en-otras': 'si', 'entidad-financiera': 'no', escision: 'no' },
    };
    const texto = leido((await preguntar(SOCIEDAD, PUEDO_ESTAR.juridica)).body);
    expect(texto).toContain('La sociedad que participa en otras sociedades o entidades no cabe en el SIMPLE');
    const si = await preguntar({ ...SOCIEDAD, 'participa-en-otras': 'no' }, PUEDO_ESTAR.juridica);
    expect(leido(si.body)).toContain('Puede estar en el SIMPLE en 2027');
  });

  it('lo que falta o no se entiende se dice junto a su campo, y lo demás sigue escrito', async () => {
    const r = await preguntar({ ...sin(PERSONA, 'rut'), ingresos: 'harto' });
    expect(r.statusCode).toBe(422);
    expect(r.body).toContain('value="harto"');
    expect(leido(r.body)).toContain('Responda sí, no o no sé.');
  });

  it('la API responde lo mismo, y lo que no se dice no se sabe', async () => {
    const { cuerpo } = await o
      .api()
      .pedir<{ estado: string; condiciones: { estado: string }[] }>(
        'POST',
        '/declaraciones/simple/elegibilidad',
        { tipo: 'natural', hechos: { ingresos: 90_000_000, residente: false } },
      );
    expect(cuerpo).toMatchObject({ anio: 2027, estado: 'no-cumple', definitiva: true });
    expect(cuerpo.condiciones.filter((c) => c.estado === 'no-se-sabe').length).toBeGreaterThan(5);
  });
});
