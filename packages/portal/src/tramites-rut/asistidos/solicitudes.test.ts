import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  aceptar,
  atender,
  darResponsabilidades,
  idDePersona,
  registrada,
} from '../../../pruebas/asistidos.ts';
import { conContrasena } from '../../../pruebas/cuentas.ts';
import type { PersonaDePrueba } from '../../../pruebas/inscripcion.ts';
import type { Navegador } from '../../../pruebas/navegador.ts';
import { abrirOficina, type OficinaDePrueba } from '../../../pruebas/oficina.ts';
import { comoPersona, SESION_DE_PRUEBA } from '../../../pruebas/tramites.ts';
import { decidirEnMesa, deLaMesa, verificarEnMesa } from '../../../pruebas/verificados.ts';

let o: OficinaDePrueba;
let luz: Navegador;
beforeAll(async () => {
  o = await abrirOficina();
  luz = await deLaMesa(o, 'luz');
});
afterAll(() => o.cerrar());

type Campos = Record<string, string | string[]>;
type Contestar = (slug: string) => Campos;

/** Everything with which somebody meets the conditions of a withdrawal. */
const cumple: Contestar = (slug): Campos => {
  if (slug === 'actividad') return { actividad: 'servicios' };
  if (/^(ingresos|consignaciones)/.test(slug)) return { valor: '50.000.000' };
  if (slug === 'solo-restaurantes') return { respuesta: 'si' };
  return slug.startsWith('establecimientos') ? { cuantos: '1' } : { respuesta: 'no' };
};
/** Two NIT of one person: the law asks for one document (DUR 1.6.1.2.19). */
const DOCUMENTO = 'documento-12';
const cancela = (aLaVista: string[]): Contestar => {
  const campos: Record<string, Campos> = {
    sujeto: { sujeto: 'persona-natural' },
    motivo: { motivo: 'e' },
    numeracion: { numeracion: 'sin-numeracion' },
    'a-la-vista': { codigos: aLaVista },
  };
  return (slug) => campos[slug] ?? {};
};

async function con(codigos: string[]): Promise<PersonaDePrueba> {
  const p = await registrada(o);
  await darResponsabilidades(o, p, codigos);
  return p;
}

/** The pages of an act, until one is refused or they end. @returns the last answer, and where it was */
async function contestar(p: PersonaDePrueba, clase: string, como: Contestar) {
  await atender(luz, clase, p);
  const base = luz.pagina?.headers.location ?? '';
  for (let i = 0; i < 30; i++) {
    const a = (await luz.ver(base)).headers.location ?? '';
    await luz.ver(a);
    if (a.endsWith('/revision')) return { base, r: await luz.enviar(a) };
    const r = await luz.enviar(a, como(a.split('/').at(-1) ?? ''));
    if (r.statusCode !== 303) return { base, r };
  }
  throw new Error('The journey has no end');
}

const presentar = async (p: PersonaDePrueba, clase: string, como: Contestar) =>
  (await contestar(p, clase, como)).r.headers.location ?? '';

async function casoDe(p: PersonaDePrueba) {
  const [c] = await o.consultar<{ radicado: string; tipo: string; acto: string | null; vistos: string[] }>(
    `select c.radicado, c.tipo, c.acto_id as acto, s.a_la_vista as vistos
     from tramites.caso c join tramites.solicitud s on s.id = c.solicitud_id where c.titular_id = $1`,
    [await idDePersona(o, p)],
  );
  return c;
}

describe('retiro de IVA sin firma electrónica', () => {
  it('con la aceptación queda radicada como cualquier otra, con su acuse; hasta entonces, nada', async () => {
    const p = await con(['48']);
    const acto = await presentar(p, 'retiro-iva', cumple);
    expect((await luz.ver(acto)).body).toContain('su aceptación con el código vale en su lugar');
    expect(await casoDe(p)).toBeUndefined();
    const id = await idDePersona(o, p);
    expect(await o.consultar('select 1 from tramites.solicitud where titular_id = $1', [id])).toEqual([]);
    await aceptar(o, luz, acto, p.correo);
    const caso = await casoDe(p);
    expect(caso).toMatchObject({ tipo: 'tramites-rut.retiro-iva', acto: null, vistos: [] });
    expect((await luz.ver(acto)).body).toContain(caso?.radicado);
  });

  it('si no se cumple una condición no se presenta, y se dice cuál', async () => {
    const p = await con(['48']);
    const { r } = await contestar(p, 'retiro-iva', (slug) =>
      slug.startsWith('establecimientos') ? { cuantos: '3' } : cumple(slug),
    );
    expect([r.statusCode, r.body.includes('No puede pedirlo')]).toEqual([422, true]);
    expect(/No puede pedirlo[\s\S]*?<\/p>/.exec(r.body)?.[0]).toMatch(/local|establecimiento/);
  });
});

describe('retiro de INC sin firma electrónica', () => {
  it('los soportes, que no son obligatorios, solo constan si el funcionario marca que los vio', async () => {
    const [con33, sin33] = [await con(['33', '49']), await con(['33', '49'])];
    for (const [p, vistos] of [
      [con33, ['soportes']],
      [sin33, []],
    ] as const) {
      const acto = await presentar(p, 'retiro-inc', (slug) =>
        slug === 'a-la-vista' ? { codigos: [...vistos] } : cumple(slug),
      );
      expect((await luz.ver(acto)).body.includes('Soportes de lo que declara')).toBe(vistos.length > 0);
      await aceptar(o, luz, acto, p.correo);
      expect(await casoDe(p)).toMatchObject({ tipo: 'tramites-rut.retiro-inc', vistos });
    }
  });
});

describe('quien radica no decide', () => {
  it('ni con la página alterada: la cola no se lo da, la mesa se lo dice y la base no se lo acepta', async () => {
    const p = await con(['48']);
    await aceptar(o, luz, await presentar(p, 'retiro-iva', cumple), p.correo);
    const { radicado = '' } = (await casoDe(p)) ?? {};
    await luz.ver('/mesa/tramites');
    const siguiente = await luz.enviar('/mesa/tramites/siguiente', { rol: 'mesa-rut' });
    expect(siguiente.headers.location).toContain('vacia=si');
    const caso = await verificarEnMesa(luz, ['diferencias'], radicado);
    const { body } = await luz.ver(caso);
    expect(body).toContain('Usted la presentó con la persona: la decide otro funcionario.');
    expect(body).not.toContain(`${caso}/decidir/aprobada`);
    const r = await decidirEnMesa(luz, caso, 'aprobada');
    expect([r.statusCode, r.body.includes('quien la presentó con la persona no puede decidirla')]).toEqual([
      409,
      true,
    ]);
    const [{ id = '', funcionario = '' } = {}] = await o.consultar<{ id: string; funcionario: string }>(
      `select c.id, e.funcionario_id as funcionario from tramites.caso c
       join tramites.evento e on e.caso_id = c.id and e.numero = 1 where c.radicado = $1`,
      [radicado],
    );
    await expect(
      o.oficina.enTransaccion({ tipo: 'funcionario', funcionario, sesion: SESION_DE_PRUEBA }, (trx) =>
        sql`select tramites.anotar(${id}, 4, 'decidida', '{"sentido":"aprobada"}', '', ${trx.ahora}, ${trx.hoy}, true,
          null, 'mesa-rut', 'aprobada', null, null)`.execute(trx.bd),
      ),
    ).rejects.toMatchObject({ constraint: 'quien_radico' });

    const eva = await deLaMesa(o, 'eva');
    await luz.ver(caso);
    await luz.enviar(`${caso}/liberar`, { motivo: 'La presenté yo.' });
    expect((await decidirEnMesa(eva, await verificarEnMesa(eva, [], radicado), 'aprobada')).statusCode).toBe(
      303,
    );
  });
});

describe('cancelación sin firma electrónica', () => {
  it('el documento que el funcionario no marca como visto no deja presentar, y se dice cuál', async () => {
    const p = await con(['49']);
    const { base, r } = await contestar(p, 'cancelacion', cancela([]));
    expect([r.statusCode, r.body.includes('Falta ver: Documento de la autoridad que canceló')]).toEqual([
      422,
      true,
    ]);
    await luz.ver(`${base}/a-la-vista`);
    const ajeno = await luz.enviar(`${base}/a-la-vista`, { codigos: ['documento-1-1'] });
    expect(ajeno.statusCode).toBe(422);
    // Without that answer there is nothing to review, and nothing to present.
    await luz.ver(`${base}/revision`);
    expect((await luz.enviar(`${base}/revision`)).headers.location ?? '').not.toContain('/actos/');
  });

  it('lo que vio lo lee la persona antes de aceptar, lo ve la mesa, y con ello se aprueba', async () => {
    const p = await con(['49']);
    const acto = await presentar(p, 'cancelacion', cancela([DOCUMENTO]));
    const { body } = await luz.ver(acto);
    expect(body).toContain('Documentos que el funcionario tuvo a la vista');
    expect(body).toContain('Documento de la autoridad que canceló');
    await aceptar(o, luz, acto, p.correo);
    const caso = await casoDe(p);
    expect(caso).toMatchObject({ tipo: 'tramites-rut.cancelacion', vistos: [DOCUMENTO] });

    const [ana, mar] = [await deLaMesa(o, 'ana'), await deLaMesa(o, 'mar')];
    const camino = await verificarEnMesa(ana, POR_VERIFICAR, caso?.radicado);
    expect((await ana.ver(camino)).body).toContain('Un funcionario los tuvo a la vista');
    expect((await decidirEnMesa(ana, camino, 'aprobada')).statusCode).toBe(303);
    await mar.ver(camino);
    expect((await mar.enviar(`${camino}/confirmar`)).statusCode).toBe(303);
    const { n, titular } = await conContrasena(o, p);
    expect((await n.ver(`/de/${titular}/tramites/${caso?.radicado ?? ''}`)).body).toContain('Aprobada');
  });

  it('nadie más que quien atiende dice que vio un documento: la base no se lo acepta a la persona', async () => {
    const p = await registrada(o);
    const id = await idDePersona(o, p);
    const insertar = (vistos: string) =>
      o.oficina.enTransaccion(comoPersona(id), (trx) =>
        sql`insert into tramites.solicitud (id, id_publico, tipo, titular_id, solicitud, clave, a_la_vista, creada_en)
          values (gen_random_uuid(), gen_random_uuid()::text, 'x', ${id}, '{}', gen_random_uuid()::text, ${vistos}::text[], now())`.execute(
          trx.bd,
        ),
      );
    await insertar('{}');
    await expect(insertar(`{${DOCUMENTO}}`)).rejects.toMatchObject({ code: '42501' });
  });
});

const POR_VERIFICAR = [
  'deudas',
  'deberes',
  'procesos-administrativos',
  'procesos-judiciales',
  'numeracion',
  'beneficiarios-finales',
  'diferencias',
];
