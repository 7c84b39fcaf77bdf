import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { obtenerFirma } from '../../../pruebas/firma.ts';
import { inscribirPersona, hastaIdentidad, persona, type Inscrita } from '../../../pruebas/inscripcion.ts';
import { abrirOficina, type OficinaDePrueba } from '../../../pruebas/oficina.ts';
import { SISTEMA } from '../../../pruebas/transacciones.ts';
import { uuidv7 } from '../ids/index.ts';
import { ANONIMO, type Actor } from '../transaccion/index.ts';

/** Schemas that are not ours: the system's and graphile-worker's, to which the application has no right. */
const AJENOS = `n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'graphile_worker', 'public')`;

let o: OficinaDePrueba;
let una: Inscrita;
let otra: Inscrita;
let deUna: Actor;
let deOtra: Actor;

beforeAll(async () => {
  o = await abrirOficina();
  const [p, q] = [persona(), persona()];
  una = await inscribirPersona(o, p);
  otra = await inscribirPersona(o, q);
  await obtenerFirma(o, una, p);
  await obtenerFirma(o, otra, q);
  // A draft and a code on the way of somebody who has not finished.
  await o.identificar(persona().fila);
  await hastaIdentidad(o, persona());
  await o.trabajar();
  [deUna, deOtra] = await Promise.all([actorDe(una), actorDe(otra)]);
});
afterAll(() => o.cerrar());

async function actorDe(i: Inscrita): Promise<Actor & { tipo: 'persona' }> {
  const [f] = await o.consultar<{ id: string }>('select id from rut.titular where id_publico = $1', [
    i.titular,
  ]);
  return { tipo: 'persona', persona: f?.id ?? '', sesion: uuidv7(o.reloj.ahora()) };
}

const contar = (actor: Actor, tabla: string): Promise<number> =>
  o.oficina.enTransaccion(actor, async (trx) => {
    const { rows } = await sql.raw<{ n: number }>(`select count(*)::int as n from ${tabla}`).execute(trx.bd);
    return rows[0]?.n ?? -1;
  });

describe('seguridad por filas', () => {
  it('toda tabla nuestra la tiene puesta y forzada, salvo las que aquí se nombran', async () => {
    const sin = await o.consultar<{ tabla: string }>(
      `select n.nspname || '.' || c.relname as tabla from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p') and ${AJENOS} and not (c.relrowsecurity and c.relforcerowsecurity)
       order by 1`,
    );
    const particiones = sin.filter((f) => /^plataforma\.auditoria_(resto|\d{6})$/.test(f.tabla));
    expect(particiones.length).toBeGreaterThan(3);
    // The list of migrations is made before the roles' rules exist, and the application has no right to it.
    expect(sin.filter((f) => !particiones.includes(f)).map((f) => f.tabla)).toEqual(['plataforma.migracion']);
    for (const { tabla } of sin) {
      // Partitions are reached through their table, whose policies apply; directly, by nobody.
      const [f] = await o.consultar<{ puede: boolean }>(
        `select has_table_privilege('autogestion_app', $1, 'select, insert, update, delete, truncate') as puede`,
        [tabla],
      );
      expect(f, tabla).toEqual({ puede: false });
    }
  });

  it('ninguna vista nuestra ve con los ojos de su dueño', async () => {
    const ciegas = await o.consultar(
      `select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('v', 'm') and ${AJENOS}
         and not coalesce('security_invoker=true' = any(c.reloptions), false)`,
    );
    expect(ciegas).toEqual([]);
  });

  it('toda función que se salta las filas fija su search_path', async () => {
    const sueltas = await o.consultar(
      `select p.oid::regprocedure::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where p.prosecdef and ${AJENOS}
         and not exists (select from unnest(p.proconfig) c where c like 'search_path=%')`,
    );
    expect(sueltas).toEqual([]);
  });

  it('el rol de la aplicación no es dueño de nada ni borra ni vacía ninguna tabla que solo se agrega', async () => {
    const suyo = await o.consultar(
      `select c.oid::regclass::text from pg_class c where relowner = 'autogestion_app'::regrole
       union all select p.oid::regprocedure::text from pg_proc p where proowner = 'autogestion_app'::regrole
       union all select nspname from pg_namespace where nspowner = 'autogestion_app'::regrole`,
    );
    expect(suyo).toEqual([]);
    const permisos = await o.consultar<{ tabla: string }>(
      `select distinct c.oid::regclass::text as tabla from pg_class c join pg_namespace n on n.oid = c.relnamespace,
         lateral aclexplode(c.relacl) a
       where ${AJENOS} and a.grantee = 'autogestion_app'::regrole and a.privilege_type in ('DELETE', 'TRUNCATE', 'TRIGGER')`,
    );
    // A sign-in that waits is of its session and goes away with it; a factor is removed by who it is of.
    expect(permisos.map((p) => p.tabla).toSorted()).toEqual([
      'cuentas.codigo_recuperacion',
      'cuentas.entrada',
      'cuentas.llave',
      'cuentas.totp',
      'tramites.sin_aviso',
    ]);
  });

  it.each([
    ['rut.titular', 1],
    ['rut.version', 1],
    ['rut.versiones', 1],
    ['sello.documento', 2],
    ['sello.documentos', 2],
    ['sello.sellado', 2],
    ['plataforma.archivo', 2],
    ['firma.acuerdo', 1],
    ['firma.certificado', 1],
    ['firma.clave', 1],
    ['firma.confirmacion', 1],
    ['firma.acto', 1],
  ])('en %s cada quien ve lo suyo; un visitante y un anónimo, nada', async (tabla, suyas) => {
    const [{ n } = { n: 0 }] = await o.consultar<{ n: number }>(`select count(*)::int as n from ${tabla}`);
    expect(n).toBeGreaterThanOrEqual(2);
    expect(await contar(deUna, tabla)).toBe(suyas);
    expect(await contar(deOtra, tabla)).toBe(suyas);
    expect(await contar({ tipo: 'visitante', sesion: uuidv7(o.reloj.ahora()) }, tabla)).toBe(0);
    expect(await contar(ANONIMO, tabla)).toBe(0);
  });

  it.each(['interfaz.borrador', 'interfaz.borrador_acceso', 'plataforma.codigo', 'plataforma.sesion'])(
    '%s es de su sesión: otra sesión no ve ninguna',
    async (tabla) => {
      const [{ n } = { n: 0 }] = await o.consultar<{ n: number }>(`select count(*)::int as n from ${tabla}`);
      expect(n).toBeGreaterThan(0);
      expect(await contar({ tipo: 'visitante', sesion: uuidv7(o.reloj.ahora()) }, tabla)).toBe(0);
      expect(await contar(ANONIMO, tabla)).toBe(0);
    },
  );

  it('de la auditoría cada quien ve las entradas sobre sus datos y nada más', async () => {
    const ajenas = await o.oficina.enTransaccion(deUna, async (trx) => {
      const { rows } = await sql<{
        persona_id: string | null;
      }>`select persona_id from plataforma.auditoria`.execute(trx.bd);
      return rows;
    });
    expect(ajenas.length).toBeGreaterThan(0);
    expect(new Set(ajenas.map((f) => f.persona_id))).toEqual(
      new Set([deUna.tipo === 'persona' ? deUna.persona : '']),
    );
    expect(await contar(ANONIMO, 'plataforma.auditoria')).toBe(0);
  });

  it.each([
    'cuentas.registro_identidad',
    'rut.correo_en_uso',
    'sello.entrega',
    'sello.autoridad',
    'plataforma.mensaje',
    'plataforma.cuerpo_guardado',
    'plataforma.envio_codigo',
    'plataforma.intento',
    'plataforma.auditoria_cadena',
    'plataforma.auditoria_pendiente',
    'graphile_worker._private_jobs',
  ])('la aplicación no lee %s ni como la persona misma', async (tabla) => {
    await expect(contar(deUna, tabla)).rejects.toMatchObject({ code: '42501' });
  });

  it('nadie expide un documento a nombre de otro', async () => {
    const ajeno = o.oficina.enTransaccion(deUna, (trx) =>
      sql`insert into sello.documento (id, id_publico, tipo, titular_id, publico, contenido, clave, emitido_en)
        values (${uuidv7(trx.ahora)}, 'x', 'rut.copia', ${deOtra.tipo === 'persona' ? deOtra.persona : ''}, '{}', '{}', 'k', ${trx.ahora})`.execute(
        trx.bd,
      ),
    );
    await expect(ajeno).rejects.toMatchObject({ code: '42501' });
  });

  it('la aplicación no escribe versiones, ni personas, ni sellos, sino por las puertas que hay', async () => {
    for (const tabla of [
      'rut.titular',
      'rut.version',
      'rut.cambio_estado',
      'sello.sellado',
      'plataforma.archivo',
      'interfaz.borrador',
      'plataforma.sesion',
    ])
      await expect(
        o.oficina.enTransaccion(deUna, (trx) =>
          sql.raw(`insert into ${tabla} default values`).execute(trx.bd),
        ),
        tabla,
      ).rejects.toMatchObject({ code: '42501' });
  });
});

describe('lo que solo se agrega', () => {
  const TABLAS = [
    ['rut.version', 'numero = 9'],
    ['rut.cambio_estado', `acto = 'otro'`],
    ['sello.documento', `clave = 'otra'`],
    ['sello.sellado', `hash = sha256('otro')`],
    ['sello.punto_de_control', `declaracion = 'otra'`],
    ['firma.acuerdo', `version = 'otra'`],
    ['firma.certificado', `nombre = 'otro'`],
    ['firma.revocacion', `causal = 'titular'`],
    ['firma.acto', `jws = 'otro'`],
    ['tramites_rut.solicitud_asistida', `motivo = 'registro-no-disponible'`],
    ['plataforma.auditoria_cadena', `hash = sha256('otro')`],
    ['plataforma.auditoria', `accion = 'otra'`],
  ] as const;

  it.each(TABLAS)(
    '%s no se cambia, ni se borra, ni se vacía, tampoco por su dueño',
    async (tabla, cambio) => {
      await o.ejecutarTrabajo('sello.publicar-punto-de-control');
      const intentar = (sentencia: string) =>
        o.oficina.comoPropietario(SISTEMA, (trx) => sql.raw(sentencia).execute(trx.bd));
      await expect(intentar(`update ${tabla} set ${cambio}`)).rejects.toThrow(/append-only/);
      await expect(intentar(`delete from ${tabla}`)).rejects.toThrow(/append-only/);
      await expect(intentar(`truncate ${tabla} cascade`)).rejects.toThrow(/append-only/);
    },
  );

  it('un archivo no se cambia ni se vacía', async () => {
    const intentar = (sentencia: string) =>
      o.oficina.comoPropietario(SISTEMA, (trx) => sql.raw(sentencia).execute(trx.bd));
    await expect(intentar(`update plataforma.archivo set tipo = 'x'`)).rejects.toThrow(/append-only/);
    await expect(intentar('truncate plataforma.archivo cascade')).rejects.toThrow(/append-only/);
  });

  it('una persona del RUT no se borra', async () => {
    await expect(
      o.oficina.comoPropietario(SISTEMA, (trx) => sql`delete from rut.titular`.execute(trx.bd)),
    ).rejects.toThrow(/append-only/);
  });

  it('de una entrada de la auditoría solo pueden expirar los datos', async () => {
    const [antes] = await o.consultar<{ id: string; datos: unknown }>(
      `select id, datos from plataforma.auditoria where accion = 'rut.inscribir' limit 1`,
    );
    expect(antes?.datos).toHaveProperty('radicado');
    await o.consultar('update plataforma.auditoria set datos = null where id = $1', [antes?.id]);
    await expect(
      o.consultar(`update plataforma.auditoria set datos = '{}' where id = $1`, [antes?.id]),
    ).rejects.toThrow(/append-only/);
    await expect(
      o.consultar(`update plataforma.auditoria set datos = null, actor = 'nadie' where id = $1`, [antes?.id]),
    ).rejects.toThrow(/append-only/);
  });
});
