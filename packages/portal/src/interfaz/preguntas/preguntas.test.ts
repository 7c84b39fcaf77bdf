import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { validar } from '../../plataforma/index.ts';
import { camposDe } from '../campos.ts';
import { LIMITES, TIPOS_DE_PREGUNTA } from '../../../pruebas/interfaz/tipos-de-pregunta.ts';
import {
  archivo,
  celular,
  codigo,
  conArchivos,
  correo,
  cuantos,
  direccionUrbana,
  dinero,
  documento,
  fecha,
  juntas,
  nit,
  nombres,
  opcion,
  porcentaje,
  type Pregunta,
  segun,
  varias,
} from './index.ts';

const leer = <V>(p: Pregunta<V>, escrito: unknown) => {
  const r = validar(p.esquema, escrito);
  const faltas = r.ok ? p.admite?.(r.datos, undefined) : undefined;
  return faltas ? { ok: false as const, campos: faltas } : r;
};

describe.each(TIPOS_DE_PREGUNTA)('pregunta de tipo %s', (_, p) => {
  const ejemplos = segun(p.ejemplos, undefined);

  it('lee cada ejemplo, y lo que escribe de vuelta se lee igual', () => {
    for (const escrito of ejemplos) {
      const leido = leer(p, escrito);
      expect(leido).toMatchObject({ ok: true });
      if (leido.ok && p.escribir)
        expect(leer(p, p.escribir(leido.datos))).toEqual({ ok: true, datos: leido.datos });
    }
  });

  it('lo errado se dice junto a su campo', () => {
    for (const { escrito, campo } of p.erroneos) {
      const leido = leer(p, escrito);
      expect(leido.ok ? [] : Object.keys(leido.campos), JSON.stringify(escrito)).toContain(campo);
    }
  });

  it('su página guarda lo escrito y muestra cada mensaje', () => {
    for (const { escrito, campo } of p.erroneos) {
      const errores = { [campo]: 'Así no va.' };
      const c = { datos: undefined, nombre: 'La pregunta', valores: escrito, errores };
      const html = render(p.pagina({ ...c, campo: camposDe(c) }));
      expect(html).toContain('Así no va.');
      expect(html).toContain(`campo-${campo}`);
    }
  });

  it('la revisión dice la respuesta sin nada por fuera', () => {
    for (const escrito of ejemplos) {
      const leido = leer(p, escrito);
      if (leido.ok)
        expect(JSON.stringify(p.resumen(leido.datos, undefined, 'Nombre'))).not.toMatch(/undefined|null|NaN/);
    }
  });
});

it('a un programa se le dicen los campos de todas las preguntas juntas', () => {
  const { properties, required } = z.toJSONSchema(
    juntas({
      correo: { nombre: 'Correo', pregunta: correo() },
      color: { nombre: 'Color', pregunta: opcion({ de: { azul: 'Azul' }, falta: 'Elija.' }) },
    }).esquema,
    { io: 'input', unrepresentable: 'any' },
  );
  expect(properties).toMatchObject({ correo: { type: 'string' }, opcion: { enum: ['azul'] } });
  expect(required).toEqual(['opcion']);
});

it('una opción que está dos veces no se declara, y la de hoy puede tener otras palabras', () => {
  const opciones = [
    { valor: 'n', texto: 'De una persona' },
    { valor: 'n', texto: 'De una empresa' },
  ];
  expect(() => opcion({ de: opciones, falta: 'Elija.' })).toThrow('"n" is there twice');
  const p = opcion<string, { hoy: (typeof opciones)[number] }>({
    de: opciones.slice(0, 1),
    entre: (d) => [d.hoy],
    falta: 'Elija.',
  });
  const [, hoy = { valor: '', texto: '' }] = opciones;
  expect(JSON.stringify(p.resumen('n', { hoy }, 'Razón'))).toContain('De una empresa');
});

it('lo que hoy se ofrece es parte de lo que hay: a un programa se le dice todo, y lo demás de hoy se rechaza', () => {
  type D = { hoy: readonly ('azul' | 'rojo')[] };
  const o = {
    de: { azul: 'Azul', rojo: 'Rojo' },
    entre: (d: D) => d.hoy,
    falta: 'Elija.',
    noEsta: 'Ese no está hoy.',
  };
  const [una, muchas] = [
    opcion<'azul' | 'rojo', D>(o),
    varias<'azul' | 'rojo', D>({
      ...o,
      de: [
        { valor: 'azul', texto: 'Azul' },
        { valor: 'rojo', texto: 'Rojo' },
      ],
    }),
  ];
  const dicho = JSON.stringify(
    [una, muchas].map((p) => z.toJSONSchema(p.esquema, { io: 'input', unrepresentable: 'any' })),
  );
  expect(dicho.match(/"enum":\["azul","rojo"\]/g)).toHaveLength(3);
  expect([una.admite?.('rojo', { hoy: ['azul'] }), una.admite?.('azul', { hoy: ['azul'] })]).toEqual([
    { opcion: o.noEsta },
    undefined,
  ]);
  expect(muchas.admite?.(['azul', 'rojo'], { hoy: ['azul'] })).toEqual({ opciones: o.noEsta });
  for (const [p, escrito, campos] of [
    [una, { opcion: '' }, { opcion: o.falta }],
    [una, { opcion: 'verde' }, { opcion: o.noEsta }],
    [muchas, { opciones: ['azul', 'verde'] }, { opciones: o.noEsta }],
    [muchas, {}, { opciones: o.falta }],
  ] as const)
    expect(validar(p.esquema as z.ZodType, escrito)).toEqual({ ok: false, campos });
});

describe('lo que se pega se lee como se quiso decir', () => {
  it.each([
    [correo(), { correo: ' mailto:Ana@Ejemplo.CO ' }, 'Ana@ejemplo.co'],
    [correo(), { correo: 'ana\u200b@ejemplo.co' }, 'ana@ejemplo.co'],
    [correo(), { correo: 'Ana Peña <ana@ejemplo.co>;' }, 'ana@ejemplo.co'],
    [correo(), { correo: 'mailto:ana@ejemplo.co?subject=Hola' }, 'ana@ejemplo.co'],
    [correo(), { correo: 'ana@ejemplo.co.' }, 'ana@ejemplo.co'],
    [celular(), { telefono: '+57 300 123 4567' }, '3001234567'],
    [celular(), { telefono: '573001234567' }, '3001234567'],
    [celular(), { telefono: 'tel:+57-300-123-4567' }, '3001234567'],
    [celular(), { telefono: 'Cel. (300) 123.45.67' }, '3001234567'],
    [celular(), { telefono: "'300/123_4567" }, '3001234567'],
    [celular(), { telefono: '00 34 612 34 56 78' }, '+34612345678'],
    [codigo(), { codigo: 'abc234.' }, 'ABC234'],
    [codigo(), { codigo: '«ABC-234»' }, 'ABC234'],
    [codigo(), { codigo: 'Su código es ABC234. Sirve por 10 minutos.' }, 'ABC234'],
    [celular(), { telefono: '３００ 123-45-67' }, '3001234567'],
    [dinero(), { valor: '$ 1.234.567,89' }, 1_234_568n],
    [dinero(), { valor: '8,000,000' }, 8_000_000n],
    [cuantos({ mensaje: 'x' }), { cuantos: ' ２. ' }, 2],
    [porcentaje(), { porcentaje: '33.3 %' }, 3330],
    [nit(), { nit: '900.123.456‑8' }, '900123456'],
    [
      documento({ tipos: ['13'] }),
      { tipo: '13', numero: 'C.C. 52\u00a0418.906' },
      { tipo: '13', numero: '52418906' },
    ],
    [
      documento({ tipos: ['13'] }),
      { tipo: '13', numero: "1'990.200.001" },
      { tipo: '13', numero: '1990200001' },
    ],
    [
      documento({ tipos: ['13'] }),
      { tipo: '13', numero: '1,990,200,001' },
      { tipo: '13', numero: '1990200001' },
    ],
    [fecha({ limites: LIMITES }), { 'fecha-dia': '15/01/2026' }, '2026-01-15'],
    [fecha({ limites: LIMITES }), { 'fecha-dia': '2026-01-15' }, '2026-01-15'],
    [fecha({ limites: LIMITES }), { 'fecha-dia': '15 de enero de 2026' }, '2026-01-15'],
    [fecha({ limites: LIMITES }), { 'fecha-dia': '15-ene-2026' }, '2026-01-15'],
    [
      fecha({ limites: LIMITES }),
      { 'fecha-dia': '１５', 'fecha-mes': 'Enero', 'fecha-anio': '2026 ' },
      '2026-01-15',
    ],
    [
      nombres(),
      { primerApellido: 'D’Achiardi', primerNombre: 'Jose\u0301' },
      { primerApellido: "D'Achiardi", primerNombre: 'José' },
    ],
    [
      nombres(),
      { primerApellido: 'Pérez‐Gómez', primerNombre: 'Mar\u00adcela' },
      { primerApellido: 'Pérez-Gómez', primerNombre: 'Marcela' },
    ],
  ] as [Pregunta<unknown>, object, unknown][])('%#', (p, escrito, valor) => {
    expect(leer(p, escrito)).toEqual({ ok: true, datos: valor });
  });

  describe('una dirección en una línea', () => {
    const p = direccionUrbana();

    it('se lee como se quiso decir', () => {
      for (const direccion of ['calle 13a 5-20', 'Cll. 13 A No. 5 – 20', 'CL 13 A # 5 - 20'])
        expect(leer(p, { direccion })).toEqual({ ok: true, datos: 'CL 13 A # 5 - 20' });
    });

    it('lo que falta se dice todo junto, en las partes con lo que se entendió', () => {
      const escrito = { direccion: 'Calle 13 bis' };
      const leido = leer(p, escrito);
      expect(leido).toMatchObject({ ok: false });
      if (leido.ok) return;
      expect(Object.keys(leido.campos)).toEqual(['generadora', 'placa']);
      const html = render(
        p.pagina({
          datos: undefined,
          nombre: 'Dirección',
          valores: escrito,
          errores: leido.campos,
          campo: camposDe({ valores: escrito, errores: leido.campos }),
        }),
      );
      expect(html).toMatch(/name="numero"[^>]*value="13"/);
      expect(html).toMatch(/name="letra"[^>]*value="BIS"/);
      expect(html).toMatch(/<option[^>]*(?:selected[^>]*value="CL"|value="CL"[^>]*selected)/);
      expect(html).toContain('<details class="govuk-details" open');
      expect(html).toContain('name="leida" value="Calle 13 bis"');
    });

    it('reparadas las partes valen ellas; si se cambia la línea, la línea', () => {
      const partes = { via: 'CL', numero: '13', letra: 'bis', generadora: '5', placa: '20' };
      const con = (direccion: string) => leer(p, { ...partes, direccion, leida: 'Calle 13 bis' });
      expect(con('Calle 13 bis')).toEqual({ ok: true, datos: 'CL 13 BIS # 5 - 20' });
      expect(con('Carrera 8 # 1-2')).toEqual({ ok: true, datos: 'CR 8 # 1 - 2' });
    });
  });

  it('un archivo llega junto a los campos', () => {
    const recibido = { campo: 'archivo', nombre: 'a.pdf', contenido: Buffer.from('a') };
    const p = archivo({ falta: 'x', excede: 'Es muy grande.' });
    expect(leer(p, conArchivos({ escrito: {}, archivos: [recibido] }))).toEqual({
      ok: true,
      datos: recibido,
    });
    expect(leer(p, conArchivos({ escrito: {}, archivos: [{ ...recibido, excede: true }] }))).toEqual({
      ok: false,
      campos: { archivo: 'Es muy grande.' },
    });
  });

  it('la página empieza con lo que había, hasta que se escribe algo', () => {
    const p = correo<unknown>({ hoy: () => 'antes@ejemplo.co' });
    const ver = (valores: Record<string, string>) =>
      render(
        p.pagina({ datos: undefined, nombre: 'Correo', valores, errores: {}, campo: camposDe({ valores }) }),
      );
    expect(ver({})).toContain('antes@ejemplo.co');
    expect(ver({ correo: '' })).not.toContain('antes@ejemplo.co');
  });
});
