import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { escenaDeCasos, type EscenaDeCasos } from '../../../pruebas/casos.ts';
import { deLaMesa } from '../../../pruebas/verificados.ts';
import { comoPersona, funcionariaDePrueba, radicarDePrueba } from '../../../pruebas/tramites.ts';
import type { Actor } from '../../plataforma/index.ts';
import { atenderCaso } from '../atender-caso.ts';
import { responderMensaje, verificarHecho } from '../escribir-en-caso.ts';
import { tomarCaso, tomarVarios } from '../repartir-casos.ts';
import { buscarCasos, leerBusqueda, type Hallado } from './buscar-casos.ts';
import { contarCola, leerCola } from './cola.ts';
import { conQuien, type Renglon } from './con-quien.ts';
import { loDelCaso } from './lo-del-caso.ts';

let s: EscenaDeCasos;
let luz: Actor;
let nombre: string;

beforeAll(async () => {
  s = await escenaDeCasos();
  luz = s.luz;
  const [fila] = await s.o.consultar<{ nombre: string }>('select nombre from rut.presentacion_de($1)', [
    s.anaId,
  ]);
  nombre = fila?.nombre ?? '';
});
afterAll(() => s.o.cerrar());

const renglones = (quien: Actor) =>
  s.como(quien, async (trx) => conQuien(trx, (await leerCola(trx, { rol: 'mesa-rut', de: 'todos' })).casos));
const renglon = async (quien: Actor, radicado: string): Promise<Renglon | undefined> =>
  (await renglones(quien)).find((r) => r.radicado === radicado);
const abrir = (quien: Actor, radicado: string) =>
  s.como(quien, async (trx) => loDelCaso(trx, await atenderCaso(trx, radicado)));

async function buscar(quien: Actor, texto: string): Promise<Hallado[]> {
  const b = leerBusqueda(texto);
  if (!b.ok) throw new Error(b.mensaje);
  return s.como(quien, (trx) => buscarCasos(trx, b.valor));
}

describe('un renglón de la cola', () => {
  it('dice de quién es, qué falta verificar, qué no se ha leído y cuánto queda para devolver', async () => {
    const radicado = await radicarDePrueba(s.o, s.ana.titular, 'quien-sabe');
    await s.como(luz, (trx) => tomarCaso(trx, radicado));
    expect(await renglon(luz, radicado)).toMatchObject({
      persona: { nombre },
      verificado: { hechas: 0, de: 1 },
      sinLeer: 0,
      paraDevolver: 8,
    });
    await s.como(luz, (trx) =>
      verificarHecho(trx, { radicado, que: 'saber', hallazgo: 'no-hay', nota: 'Se miró.' }),
    );
    await s.como(comoPersona(s.anaId), (trx) =>
      responderMensaje(trx, { radicado, titular: s.anaId, texto: '¿Cómo va?' }),
    );
    expect(await renglon(luz, radicado)).toMatchObject({ verificado: { hechas: 1, de: 1 }, sinLeer: 1 });
    // Whoever looks and does not have it reads nothing for whoever does.
    await abrir(await funcionariaDePrueba(s.o, 'mira'), radicado);
    expect((await renglon(luz, radicado))?.sinLeer).toBe(1);
    await abrir(luz, radicado);
    expect((await renglon(luz, radicado))?.sinLeer).toBe(0);
  });

  it('de alguien cercano no dice nada', async () => {
    const radicado = await radicarDePrueba(s.o, s.ana.titular);
    const suya = await funcionariaDePrueba(s.o, 'cercana', ['mesa-rut'], s.deAna.fila.numero);
    const r = await renglon(suya, radicado);
    expect(r?.radicado).toBe(radicado);
    expect(r?.persona).toBeUndefined();
    expect(JSON.stringify(r)).not.toContain(nombre);
    expect(await buscar(suya, nombre)).toEqual([]);
  });

  it('a la persona se le dice una vez al día que la vieron en una lista', async () => {
    await radicarDePrueba(s.o, s.ana.titular);
    const nueva = await funcionariaDePrueba(s.o, 'nueva');
    const vistas = async () =>
      (
        await s.o.consultar(
          `select 1 from plataforma.auditoria where accion = 'tramites.ver-en-cola' and persona_id = $1 and actor like $2`,
          [s.anaId, `funcionario:${nueva.tipo === 'funcionario' ? nueva.funcionario : ''}%`],
        )
      ).length;
    await renglones(nueva);
    await renglones(nueva);
    expect(await vistas()).toBe(1);
    s.o.reloj.avanzar(24 * 3_600_000);
    await renglones(nueva);
    expect(await vistas()).toBe(2);
  });
});

describe('las vistas de una cola', () => {
  it('cada pestaña cuenta lo que muestra', async () => {
    await radicarDePrueba(s.o, s.ana.titular);
    const cuentas = await s.como(luz, (trx) => contarCola(trx, 'mesa-rut'));
    for (const de of ['mios', 'libres', 'por-confirmar', 'todos'] as const) {
      const { casos } = await s.como(luz, (trx) => leerCola(trx, { rol: 'mesa-rut', de }));
      expect(casos.length, de).toBe(cuentas[de]);
    }
    expect(cuentas.libres).toBeGreaterThan(0);
  });

  it('sin decir cuál, nunca está vacía mientras algo espera', async () => {
    await radicarDePrueba(s.o, s.ana.titular);
    const n = await deLaMesa(s.o, 'recien-llegada');
    const { body } = await n.ver('/mesa/tramites');
    expect(body).toContain('data-renglon');
    expect(body).toMatch(/aria-current="page">Sin tomar/);
  });
});

describe('tomar varios', () => {
  it('los marcados quedan con quien los marcó, y los de otra persona siguen donde están', async () => {
    const [a, b, c] = [
      await radicarDePrueba(s.o, s.ana.titular),
      await radicarDePrueba(s.o, s.ana.titular),
      await radicarDePrueba(s.o, s.ana.titular),
    ];
    const eva = await funcionariaDePrueba(s.o, 'eva');
    await s.como(luz, (trx) => tomarCaso(trx, b));
    const r = await s.como(eva, (trx) => tomarVarios(trx, [c, b, a, a, '2026ZZ000000001']));
    expect(r.tomados.map((x) => x.radicado).sort()).toEqual([a, c].sort());
    expect(r.ajenos.sort()).toEqual([b, '2026ZZ000000001'].sort());
    expect((await renglon(eva, a))?.asignado).toBe('Funcionaria eva');
    expect((await renglon(eva, b))?.asignado).toBe('Funcionaria luz');
  });

  it('dos que marcan los mismos a la vez se los reparten y nadie espera para siempre', async () => {
    const todos = [
      await radicarDePrueba(s.o, s.ana.titular),
      await radicarDePrueba(s.o, s.ana.titular),
      await radicarDePrueba(s.o, s.ana.titular),
    ];
    const [una, dos] = [await funcionariaDePrueba(s.o, 'una'), await funcionariaDePrueba(s.o, 'dos')];
    const r = await Promise.all([
      s.como(una, (trx) => tomarVarios(trx, todos)),
      s.como(dos, (trx) => tomarVarios(trx, todos.toReversed())),
    ]);
    expect(r.flatMap((x) => x.tomados.map((c) => c.radicado)).sort()).toEqual([...todos].sort());
  });
});

describe('la búsqueda de la mesa', () => {
  let n: Awaited<ReturnType<typeof deLaMesa>>;
  let radicado: string;
  beforeAll(async () => {
    radicado = await radicarDePrueba(s.o, s.ana.titular);
    n = await deLaMesa(s.o, 'busca');
  });
  const hallar = async (q: string) => (await n.ver(`/mesa/buscar?q=${encodeURIComponent(q)}`)).body;

  it('encuentra por radicado, por NIT con puntos o sin ellos, y por nombre sin tildes y por el comienzo', async () => {
    const numero = s.deAna.fila.numero;
    const comienzos = nombre.split(' ').map((p) => p.slice(0, 3).normalize('NFD').replace(/\p{M}/gu, ''));
    for (const q of [
      radicado,
      ` ${radicado.toLowerCase()} `,
      numero,
      Number(numero).toLocaleString('es-CO'),
      nombre,
      nombre.toUpperCase(),
      comienzos.reverse().join(' '),
    ])
      expect(await hallar(q), q).toContain(radicado);
  });

  it('dice qué escribir cuando no hay con qué buscar, y que no hay cuando no hay', async () => {
    expect(await hallar('')).toContain('Escriba un radicado, un NIT o un nombre.');
    expect(await hallar('a')).toContain('Escriba al menos 3 letras');
    expect(await hallar("'; drop & | ! (:*")).toContain('Lo que se encontró');
    expect(await hallar('Zzyzx')).toContain('No hay trámites así');
  });

  it('está en todas las páginas de la mesa', async () => {
    for (const pagina of [
      '/mesa',
      '/mesa/tramites',
      `/mesa/tramites/${radicado}`,
      '/mesa/cuenta',
      '/mesa/avisos',
    ])
      expect((await n.ver(pagina)).body, pagina).toContain('action="/mesa/buscar"');
  });
});
