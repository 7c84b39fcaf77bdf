import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  comprobarIdentidad,
  documentoDe,
  hastaIdentidad,
  inscribirPersona,
  persona,
  type Inscrita,
  type PersonaDePrueba,
} from '../../../pruebas/inscripcion.ts';
import { abrirOficina, type OficinaDePrueba } from '../../../pruebas/oficina.ts';
import { crearRegistro, sinDatos } from './index.ts';

function registrar(obra: (r: ReturnType<typeof crearRegistro>) => void): string {
  const lineas: string[] = [];
  obra(crearRegistro('debug', { write: (l: string) => void lineas.push(l) }));
  return lineas.join('');
}

describe('registro: toda una inscripción, la entrada, la copia y sus errores', () => {
  let o: OficinaDePrueba;
  let p: PersonaDePrueba;
  let i: Inscrita;
  const codigos: string[] = [];

  beforeAll(async () => {
    o = await abrirOficina({ LOG_LEVEL: 'trace' });
    p = persona({ primer_apellido: 'Apellidoraro', primer_nombre: 'Nombreraro' });
    i = await inscribirPersona(o, p);
    await o.oficina.iniciarTrabajos(1);
    o.reloj.avanzar(61_000);
    // Pages too, and what goes wrong.
    const n = o.navegador();
    await n.ver('/entrar');
    await n.enviar('/entrar/pedir-codigo', documentoDe(p));
    codigos.push(await o.codigo(p.correo));
    await n.enviar('/entrar/codigo', { codigo: codigos[0] ?? '' });
    await n.seguir();
    await n.ver(`/de/${i.titular}/rut`);
    await n.ver(`/de/${i.titular}/rut/copias/${i.copia}`);
    await n.ver(`/verificar/${i.copia}`);
    await n.ver('/rut/estado');
    await n.enviar('/rut/estado', { nit: i.nit });
    await n.ver(`/no/existe/${p.correo}?nit=${i.nit}`);
    const b = await hastaIdentidad(o, { ...p, correo: 'segundo.correo@ejemplo.co', telefono: '3187776655' });
    await comprobarIdentidad(b, '2001-01-01');
    await comprobarIdentidad(b, p.fila.fecha_expedicion);
    for (let k = 0; k < 200 && (await o.consultar('select 1 from sello.entrega')).length === 0; k++)
      await new Promise((listo) => setTimeout(listo, 50));
  });
  afterAll(() => o.cerrar());

  it('dice qué pasó, por la ruta y no por la dirección', () => {
    const texto = o.registro.join('');
    expect(o.registro.length).toBeGreaterThan(40);
    expect(texto).toContain('"ruta":"/de/:titular/rut/copias/:copia"');
    expect(texto).toContain('"ruta":"/rut/estado"');
    expect(texto).toContain('"ruta":"sin-ruta"');
    expect(texto).toContain('sello.sellar-documento');
  });

  it('no dice quién: ni correo, ni celular, ni documento, ni nombre, ni código, ni secreto, ni identificador de una dirección', async () => {
    const texto = o.registro.join('').toLowerCase();
    const codigosEnviados = (
      await o.consultar<{ texto: string }>('select texto from plataforma.mensaje where texto is not null')
    ).flatMap((m) => /es ([0-9A-Z]{6})\./.exec(m.texto)?.[1] ?? []);
    expect(codigosEnviados.length).toBeGreaterThan(4);
    const prohibidos = {
      correo: p.correo,
      otroCorreo: 'segundo.correo',
      telefono: p.telefono,
      otroTelefono: '3187776655',
      documento: p.fila.numero,
      nombre: 'nombreraro',
      apellido: 'apellidoraro',
      titular: i.titular,
      copia: i.copia,
      radicado: i.radicado,
      token: i.token,
      direccion: 'vereda san juan',
      ...Object.fromEntries(codigosEnviados.map((c) => [`codigo ${c}`, c])),
    };
    for (const [que, valor] of Object.entries(prohibidos))
      expect(texto.includes(valor.toLowerCase()), que).toBe(false);
  });
});

describe('registro: la segunda red', () => {
  it('de un error de PostgreSQL quedan su código y su restricción, no la fila', () => {
    const error = Object.assign(new Error('duplicate key value violates unique constraint "x_key"'), {
      code: '23505',
      constraint: 'x_key',
      detail: 'Key (correo)=(persona@ejemplo.co) already exists.',
      parameters: ['persona@ejemplo.co'],
    });
    const linea = registrar((r) => r.error({ err: error }, 'falla'));
    expect(linea).not.toContain('persona@ejemplo.co');
    expect(JSON.parse(linea)).toMatchObject({ err: { codigo: '23505', restriccion: 'x_key' } });
  });

  it('tampoco lo que otro escribió en el mensaje, ni en su causa, ni en la pila', () => {
    const causa = new Error('550 5.1.1 <persona@ejemplo.co>: usuario 1020304050 desconocido');
    const linea = registrar((r) =>
      r.error({ err: new Error('No salió el correo a persona@ejemplo.co', { cause: causa }) }, 'falla'),
    );
    expect(linea).not.toMatch(/persona@|1020304050/);
    expect(linea).toContain('registro.test.ts');
  });

  it('de una excepción de datos se quita lo citado', () => {
    expect(sinDatos('invalid input syntax for type date: "Zoraida"', '22007')).toBe(
      'invalid input syntax for type date: "[reservado]"',
    );
    expect(sinDatos('relation "rut.version" does not exist', '42P01')).toContain('rut.version');
  });

  it('un objeto registrado por descuido sale sin sus datos', () => {
    const linea = registrar((r) =>
      r.info(
        {
          persona: {
            correo: 'a@b.co',
            telefono: '3001112233',
            numero: '1020304050',
            nombre: 'Zoraida',
            token: 'xyz',
          },
          headers: { cookie: 'sesion=xyz' },
        },
        'descuido',
      ),
    );
    expect(linea).not.toMatch(/a@b|3001112233|1020304050|Zoraida|xyz/);
  });
});
