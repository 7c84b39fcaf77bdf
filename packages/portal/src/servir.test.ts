import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cifrar, descifrar } from '@autogestion/documentos';
import { abrirOficina, CLAVE_MAESTRA, type OficinaDePrueba } from '../pruebas/oficina.ts';
import { claveMaestra, clavesDe, crearRegistro } from './plataforma/index.ts';
import { abrirAutoridad, renovarLaAutoridad } from './sello/index.ts';
import { explicar } from './servir.ts';

let directorio: string;
beforeEach(async () => {
  directorio = await mkdtemp(join(tmpdir(), 'autogestion-clave-'));
});
afterEach(() => rm(directorio, { recursive: true }));

/** What a start that cannot be says: once, in Spanish, with its remedy and without a stack. */
async function seDice(arranque: Promise<unknown>, mensaje: RegExp, remedio: RegExp): Promise<void> {
  const dicho = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  try {
    await arranque.catch(explicar);
    expect(dicho).toHaveBeenCalledOnce();
    const texto = String(dicho.mock.calls[0]?.[0]);
    expect(texto).toMatch(mensaje);
    expect(texto).toMatch(remedio);
    expect(texto).not.toMatch(/\n\s+at /);
  } finally {
    dicho.mockRestore();
  }
}

describe('la clave maestra', () => {
  it('se hace la primera vez y después es la misma', async () => {
    const hecha = await claveMaestra(undefined, directorio);
    expect(hecha).toHaveLength(32);
    expect(await claveMaestra(undefined, directorio)).toEqual(hecha);
  });

  it.each([
    ['dañada', (archivo: string) => writeFile(archivo, 'corta'), /está dañada/, /copia de seguridad/],
    ['que no se puede leer', (archivo: string) => mkdir(archivo), /No se puede leer.*EISDIR/, /chown/],
  ])('una %s se dice en español con su remedio, sin la traza', async (_que, estropear, mensaje, remedio) => {
    await estropear(join(directorio, 'clave-maestra'));
    await seDice(claveMaestra(undefined, directorio), mensaje, remedio);
  });

  it('una que no es la que cifró las llaves de la oficina no las abre, y se dice cuál poner', async () => {
    const o = await abrirOficina();
    try {
      const claves = clavesDe(Buffer.alloc(32, 8));
      const otra = {
        claves,
        reloj: o.reloj,
        registro: crearRegistro('silent'),
        directorioPublico: directorio,
      };
      await expect(
        o.oficina.comoPropietario({ tipo: 'sistema', trabajo: 'prueba' }, (trx) =>
          abrirAutoridad(trx, { ...otra, urlEstampado: undefined }),
        ),
      ).rejects.toMatchObject({
        message: expect.stringContaining('la clave maestra no es la que las cifró') as string,
        remedio: expect.stringContaining('MASTER_KEY') as string,
      });
    } finally {
      await o.cerrar();
    }
  });
});

describe('la autoridad de la oficina', () => {
  const CONTEXTO = 'sello.autoridad';
  const claves = clavesDe(CLAVE_MAESTRA);
  const ANOS_DEL_SELLO = 3 * 366 * 86_400_000;

  let o: OficinaDePrueba;
  beforeEach(async () => {
    o = await abrirOficina();
  });
  afterEach(() => o.cerrar());

  const abrir = (carpeta = directorio) =>
    o.oficina.comoPropietario({ tipo: 'sistema', trabajo: 'prueba' }, (trx) =>
      abrirAutoridad(trx, {
        claves,
        reloj: o.reloj,
        registro: crearRegistro('silent'),
        directorioPublico: carpeta,
        urlEstampado: undefined,
      }),
    );

  async function cambiarMaterial(cambiar: (m: Material) => void): Promise<void> {
    const [fila] = await o.consultar<{ material_cifrado: Buffer }>(
      'select material_cifrado from sello.autoridad',
    );
    const claro = descifrar(fila?.material_cifrado ?? Buffer.alloc(0), claves.derivar(CONTEXTO), CONTEXTO);
    const material = JSON.parse(Buffer.from(claro).toString()) as Material;
    cambiar(material);
    const cifrado = cifrar(Buffer.from(JSON.stringify(material)), claves.derivar(CONTEXTO), CONTEXTO);
    await o.consultar('update sello.autoridad set material_cifrado = $1', [Buffer.from(cifrado)]);
  }

  interface Material {
    version: number;
    raiz: { clave?: string };
    intermedia: { certificado: string };
    sello: { clave: string };
    estampado: { clave: string };
    personas?: unknown;
  }

  const danos: [string, () => Promise<void>, RegExp, RegExp][] = [
    [
      'un certificado que no se puede leer',
      () => cambiarMaterial((m) => (m.intermedia.certificado = 'nada')),
      /^El certificado de la autoridad intermedia no se puede leer\.$/m,
      /copia de seguridad/,
    ],
    [
      'dos llaves cambiadas',
      () => cambiarMaterial((m) => ([m.sello.clave, m.estampado.clave] = [m.estampado.clave, m.sello.clave])),
      /sello no corresponde[^]*estampado cronológico no corresponde/,
      /copia de seguridad/,
    ],
    [
      'un sello vencido',
      async () => o.reloj.avanzar(ANOS_DEL_SELLO),
      /^El certificado del sello venció el \d{4}-\d{2}-\d{2}\.$/m,
      /autogestion autoridad renovar/,
    ],
    [
      'un reloj atrasado',
      async () => o.reloj.avanzar(-86_400_000),
      /empieza a valer el .* y este equipo dice que hoy es/,
      /fecha y la hora de este equipo/,
    ],
    [
      'la raíz guardada en otra parte cuando hace falta',
      () =>
        cambiarMaterial((m) => {
          m.version = 1;
          delete m.personas;
          delete m.raiz.clave;
        }),
      /Falta la autoridad que certifica a las personas/,
      /copia de seguridad/,
    ],
    [
      'un directorio público en el que no se puede escribir',
      () => writeFile(join(directorio, 'publico'), 'no es un directorio'),
      /No se pueden dejar los certificados públicos/,
      /chown/,
    ],
  ];

  it.each(danos)(
    '%s se dice en español con su remedio, sin la traza',
    async (_que, estropear, mensaje, remedio) => {
      await estropear();
      await seDice(abrir(join(directorio, 'publico')), mensaje, remedio);
    },
  );

  it('vencido el sello, se renueva con el remedio que se dijo, y la oficina abre', async () => {
    const antes = await abrir();
    o.reloj.avanzar(ANOS_DEL_SELLO);
    await expect(abrir()).rejects.toThrow('venció');
    await o.oficina.comoPropietario({ tipo: 'sistema', trabajo: 'prueba' }, (trx) =>
      renovarLaAutoridad(trx, claves),
    );
    const despues = await abrir();
    expect(despues.material.sello.certificado).not.toBe(antes.material.sello.certificado);
    // Whoever verifies offline trusts the same root, and has the key of what was stated before among the published ones.
    expect(despues.publica.certificados).toBe(antes.publica.certificados);
    expect(despues.publica.jwks.keys).toEqual(expect.arrayContaining(antes.publica.jwks.keys));
  });
});
