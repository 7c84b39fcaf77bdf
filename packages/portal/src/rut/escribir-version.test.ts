import { fecha } from '@autogestion/normas/fechas';
import { CAMBIOS_DE_DIRECCION, type RegistroRut } from '@autogestion/normas/rut';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { delegarDirecto, idDe } from '../../pruebas/cuentas.ts';
import { EMPRESA } from '../../pruebas/empresa.ts';
import { inscribirPersona, persona, type Inscrita } from '../../pruebas/inscripcion.ts';
import { abrirOficina, type OficinaDePrueba } from '../../pruebas/oficina.ts';
import { SISTEMA } from '../../pruebas/transacciones.ts';
import type { Transaccion } from '../plataforma/index.ts';
import { cambiarEstado } from './cambiar-estado.ts';
import {
  cambiosDeDireccion,
  estadoDeTitular,
  estadoPublico,
  historiaDeEstados,
  tieneRut,
  versionesDe,
  versionVigente,
} from './consultas.ts';
import { escribirVersion, esperarTurno } from './escribir-version.ts';

let o: OficinaDePrueba;
let i: Inscrita;
let id: string;
beforeAll(async () => {
  o = await abrirOficina();
});
afterAll(() => o.cerrar());

async function inscrita(): Promise<void> {
  i = await inscribirPersona(o, persona());
  id = await idDe(o, i.titular);
}
const como = <T>(obra: (trx: Transaccion) => Promise<T>, quien = id) =>
  o.oficina.enTransaccion({ tipo: 'persona', persona: quien, sesion: quien }, obra);
const DOS = 'Two changes of address in six months';
const mudar = (direccion: string) =>
  como(async (trx) => {
    await esperarTurno(trx, id);
    const v = await versionVigente(trx, id);
    if (!v) throw new Error('There is no version');
    return escribirVersion(trx, {
      titular: id,
      registro: { ...v.registro, ubicacion: { ...v.registro.ubicacion, direccion } },
    });
  });

describe('versiones del RUT', () => {
  it('cada una es lo que el RUT dice entero, con su concepto, su radicado y su huella', async () => {
    await inscrita();
    const escrita = await mudar('CL 9 8 7');
    const [nueva, primera] = await como((trx) => versionesDe(trx, id));
    expect(primera).toMatchObject({ numero: 1, concepto: '01', radicado: i.radicado });
    expect(nueva).toMatchObject({
      id: escrita.version,
      numero: 2,
      concepto: '02',
      radicado: escrita.radicado,
    });
    expect(nueva?.hash.toString('hex')).toBe(escrita.hash);
    expect(nueva?.registro.ubicacion.direccion).toBe('CL 9 8 7');
    expect(nueva?.registro.ubicacion.correo).toBe(primera?.registro.ubicacion.correo);
  });

  it('veinte a la vez son veinte versiones seguidas, cada una sobre la anterior', async () => {
    await inscrita();
    await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        como(async (trx) => {
          await esperarTurno(trx, id);
          const registro = (await versionVigente(trx, id))?.registro as RegistroRut;
          const establecimientos = registro.clasificacion.establecimientos + 1;
          await escribirVersion(trx, {
            titular: id,
            registro: {
              ...registro,
              ubicacion: { ...registro.ubicacion, telefono2: String(6010000000 + n) },
              clasificacion: { ...registro.clasificacion, establecimientos },
            },
          });
        }),
      ),
    );
    const versiones = await como((trx) => versionesDe(trx, id));
    expect(versiones.map((v) => v.numero)).toEqual(Array.from({ length: 21 }, (_, n) => 21 - n));
    expect(versiones[0]?.registro.clasificacion.establecimientos).toBe(20);
  });

  it('nadie escribe en el RUT de otro, ni de oficio sin un caso', async () => {
    await inscrita();
    const otra = await idDe(o, (await inscribirPersona(o, persona())).titular);
    const v = await como((trx) => versionVigente(trx, id));
    const registro = v?.registro as RegistroRut;
    await expect(como((trx) => escribirVersion(trx, { titular: id, registro }), otra)).rejects.toThrow(
      'nobody holds the registration of another',
    );
    await expect(
      como((trx) => escribirVersion(trx, { titular: id, registro, concepto: '13' })),
    ).rejects.toThrow('nobody changes');
    await expect(
      como((trx) =>
        sql`select rut.insertar_version(gen_random_uuid(), ${id}, '001000000000', '02', '{}',
      'X', '\\x00', now())`.execute(trx.bd),
      ),
    ).rejects.toThrow('permission denied');
  });

  it('quien tiene permiso de presentar no dice quién representa', async () => {
    await inscrita();
    const delegada = await inscribirPersona(o, persona());
    await delegarDirecto(o, { de: i.titular, a: delegada.titular, ambito: 'presentar' });
    const a = await idDe(o, delegada.titular);
    const registro = (await como((trx) => versionVigente(trx, id)))?.registro as RegistroRut;
    const por = { titular: id, ambito: 'presentar' } as const;
    const escribir = (nuevo: RegistroRut) =>
      o.oficina.enTransaccion({ tipo: 'persona', persona: a, sesion: a, por }, (trx) =>
        escribirVersion(trx, { titular: id, registro: nuevo }),
      );
    await expect(
      escribir({
        ...registro,
        representantes: [
          {
            representacion: '07',
            desde: fecha('2026-01-01'),
            tipoDocumento: '13',
            numero: '1',
            primerApellido: 'X',
            primerNombre: 'Y',
          },
        ],
      }),
    ).rejects.toThrow('not for delegates');
    const ubicacion = { ...registro.ubicacion, telefono2: '6017451000' };
    await expect(escribir({ ...registro, ubicacion })).resolves.toBeDefined();
  });
});

describe('dos cambios de dirección en seis meses, quien quiera que la escriba', () => {
  it('diez a la vez: quedan dos', async () => {
    await inscrita();
    const r = await Promise.allSettled(Array.from({ length: 10 }, (_, n) => mudar(`CL ${n + 1} 2 3`)));
    expect(r.filter((x) => x.status === 'fulfilled')).toHaveLength(CAMBIOS_DE_DIRECCION.maximo);
    for (const x of r) if (x.status === 'rejected') expect(x.reason).toMatchObject({ message: DOS });
    expect(await como((trx) => cambiosDeDireccion(trx, id))).toEqual(['2026-03-10', '2026-03-10']);
  });

  it('el último día de los seis meses todavía no; el siguiente, sí', async () => {
    await inscrita();
    await mudar('CL 1 1 1');
    await mudar('CL 2 2 2');
    const hasta = new Date('2026-09-10T15:00:00Z').getTime() - o.reloj.ahora().getTime();
    o.reloj.avanzar(hasta);
    await expect(mudar('CL 3 3 3')).rejects.toThrow(DOS);
    o.reloj.avanzar(86_400_000);
    await expect(mudar('CL 3 3 3')).resolves.toBeDefined();
    o.reloj.avanzar(-hasta - 86_400_000);
  });

  it('lo que no es la dirección no cuenta', async () => {
    await inscrita();
    const registro = (await como((trx) => versionVigente(trx, id)))?.registro as RegistroRut;
    for (const codigoPostal of ['250001', '250002', '250003'])
      await como((trx) =>
        escribirVersion(trx, {
          titular: id,
          registro: { ...registro, ubicacion: { ...registro.ubicacion, codigoPostal } },
        }),
      );
    expect(await como((trx) => cambiosDeDireccion(trx, id))).toEqual([]);
  });
});

describe('estados del RUT', () => {
  const cambiar = (estado: 'activo' | 'suspendido' | 'cancelado', desde: string) =>
    o.oficina.comoPropietario(SISTEMA, (trx) =>
      cambiarEstado(trx, {
        titular: id,
        estado,
        desde: fecha(desde),
        acto: 'Auto 7',
        insertar: (nuevo) =>
          sql`select rut.insertar_cambio_estado(${nuevo}, ${id}, ${estado}, ${desde}::date, 'Auto 7', ${trx.ahora})`.execute(
            trx.bd,
          ),
      }),
    );

  it('la historia empieza activa en la inscripción y dice desde cuándo y por qué acto', async () => {
    await inscrita();
    await cambiar('suspendido', '2026-03-11');
    o.reloj.avanzar(1_000);
    await cambiar('activo', '2026-03-12');
    const historia = await como((trx) => historiaDeEstados(trx, id));
    expect(historia).toEqual([
      { estado: 'activo', desde: '2026-03-10', acto: 'Inscripción en el RUT' },
      { estado: 'suspendido', desde: '2026-03-11', acto: 'Auto 7' },
      { estado: 'activo', desde: '2026-03-12', acto: 'Auto 7' },
    ]);
    expect(await como((trx) => estadoDeTitular(trx, id))).toBe('activo');
  });

  it('el estado que ya tiene no se pone otra vez', async () => {
    await inscrita();
    await expect(cambiar('activo', '2026-03-11')).rejects.toMatchObject({ constraint: 'estado_que_cambia' });
  });

  it('la consulta pública dice desde cuándo', async () => {
    await inscrita();
    await cambiar('cancelado', '2026-03-09');
    const publico = await como((trx) => estadoPublico(trx, i.nit));
    expect(publico).toMatchObject({ estado: 'cancelado', desde: '2026-03-09' });
  });

  it('quien atiende la aplicación no lo cambia por su cuenta', async () => {
    await inscrita();
    await expect(
      como((trx) =>
        sql`select rut.insertar_cambio_estado(gen_random_uuid(), ${id}, 'cancelado', '2026-03-10', 'x', now())`.execute(
          trx.bd,
        ),
      ),
    ).rejects.toThrow('permission denied');
  });

  it('si alguien tiene RUT se contesta sí o no: por documento, por NIT, y un cancelado no', async () => {
    await inscrita();
    const { rows } = await como((trx) =>
      sql<{ tipo: string; numero: string }>`select tipo_documento as tipo,
      numero_documento as numero from rut.titular where id = ${id}`.execute(trx.bd),
    );
    const yo = rows[0];
    const tiene = (tipo: string, numero: string) => como((trx) => tieneRut(trx, tipo, numero));
    expect(await tiene(yo?.tipo ?? '', yo?.numero ?? '')).toBe(true);
    expect(await tiene('31', i.nit)).toBe(true);
    expect(await tiene('22', yo?.numero ?? '')).toBe(false);
    expect(await tiene('31', EMPRESA.nit)).toBe(false);
    await cambiar('cancelado', '2026-03-10');
    expect(await tiene('31', i.nit)).toBe(false);
  });
});
