import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import sinonimos from './datos/sinonimos.json' with { type: 'json' };
import {
  actividad,
  ACTIVIDADES,
  ACTIVIDADES_RETIRADAS,
  buscarActividades,
  contextoDeActividad,
  nombreLlano,
} from './index.ts';

describe('CIIU Rev. 4 A.C. y códigos del RUT', () => {
  it('son 502 clases y cinco códigos propios del RUT, sin repetir', () => {
    expect(new Set(ACTIVIDADES.map((a) => a.codigo)).size).toBe(507);
    expect(ACTIVIDADES.filter((a) => a.seccion === null).map((a) => a.codigo)).toEqual([
      '0010',
      '0020',
      '0081',
      '0082',
      '0090',
    ]);
  });

  it('cada clase sabe su sección y su división', () => {
    const taxi = actividad('4921');
    expect(taxi && contextoDeActividad(taxi)).toEqual({
      seccion: 'TRANSPORTE Y ALMACENAMIENTO',
      division: 'Transporte terrestre; transporte por tuberías',
    });
  });

  it('lo que se retiró dice qué lo reemplaza, y el reemplazo existe', () => {
    expect(
      ACTIVIDADES_RETIRADAS.flatMap((r) => r.reemplazadoPor).every((c) => actividad(c) !== undefined),
    ).toBe(true);
    expect(ACTIVIDADES_RETIRADAS.some((r) => actividad(r.codigo))).toBe(false);
  });
});

it('a la gente se le muestra el nombre sin «n.c.p.»', () => {
  expect(ACTIVIDADES.some((a) => /n\. ?c\. ?p/i.test(a.nombre))).toBe(true);
  for (const { codigo } of ACTIVIDADES) {
    expect(nombreLlano(codigo)).not.toMatch(/n\. ?c\. ?p/i);
    expect(nombreLlano(codigo)).not.toBe('');
  }
});

describe('vocabulario de los oficios', () => {
  it('tiene más de 300 entradas, todas con clases que existen', () => {
    const entradas = Object.values(sinonimos.grupos).flatMap((g) => Object.entries(g));
    expect(entradas.length).toBeGreaterThan(300);
    for (const [frase, codigos] of entradas) {
      for (const c of codigos) expect(actividad(c), `${frase}: ${c}`).toBeDefined();
    }
  });

  it('quien escribe una entrada tal cual encuentra su primera clase entre las tres primeras', () => {
    const fallan = Object.values(sinonimos.grupos)
      .flatMap((g) => Object.entries(g))
      .filter(([frase, [primera]]) => !buscarActividades(frase, 3).some((r) => r.codigo === primera))
      .map(([frase]) => frase);
    expect(fallan).toEqual([]);
  });
});

/** What people say, and the classes that a person who knows the CIIU would accept. */
const JUZGADAS: [consulta: string, aceptables: string[]][] = [
  ['vendo arepas', ['5619', '4781']],
  ['vendo empanadas en la calle', ['5619', '4781']],
  ['vendo arrepas', ['5619', '4781']],
  ['bendo empanadass', ['5619', '4781']],
  ['presto plata', ['6499']],
  ['presto dinero', ['6499']],
  ['fabrico arepas para tiendas', ['1084', '1081']],
  ['conduzco un taxi', ['4921']],
  ['soy taxista', ['4921']],
  ['manejo para una plataforma, Uber', ['4921']],
  ['soy abogada', ['6910']],
  ['abogado litigante', ['6910']],
  ['tienda de barrio', ['4711']],
  ['tengo una tiendita', ['4711']],
  ['peluquería', ['9602']],
  ['pelukeria', ['9602']],
  ['sapateria', ['4772', '1521', '1522']],
  ['bendo aguacates', ['4721', '4781']],
  ['corto el pelo, soy barbero', ['9602']],
  ['hago uñas', ['9602']],
  ['domicilios en moto', ['5320']],
  ['trabajo con rappi', ['5320']],
  ['arriendo un apartamento', ['6810']],
  ['arriendo habitaciones por airbnb', ['6810', '5519']],
  ['clases de inglés', ['8559']],
  ['doy clases de guitarra', ['8553']],
  ['profesor de matemáticas', ['8559', '8560']],
  ['programador', ['6201']],
  ['desarrollo software para empresas', ['6201']],
  ['hago páginas web', ['6201']],
  ['cultivo papa', ['0113']],
  ['siembro café', ['0123']],
  ['tengo unas vacas', ['0141']],
  ['crío gallinas', ['0145']],
  ['vendo huevos', ['4722']],
  ['empleada doméstica', ['9700']],
  ['youtuber', ['5911', '7310']],
  ['creador de contenido', ['5911', '7310']],
  ['pensionado', ['0020']],
  ['estoy pensionada', ['0020']],
  ['asalariado', ['0010']],
  ['trabajo en una empresa con contrato laboral', ['0010']],
  ['ama de casa', ['0082', '0081']],
  ['estudiante sin ingresos', ['0082', '0081']],
  ['restaurante', ['5611']],
  ['vendo almuerzos', ['5611', '5619']],
  ['cafetería', ['5613']],
  ['vendo tinto', ['5619', '4781', '5613']],
  ['panadería', ['1081', '4729']],
  ['hago tortas por encargo', ['1081']],
  ['bar', ['5630']],
  ['vendo ropa por internet', ['4791', '4771']],
  ['tienda de ropa', ['4771']],
  ['vendo zapatos', ['4772']],
  ['fabrico zapatos de cuero', ['1521']],
  ['modista', ['1410', '9529']],
  ['vendo celulares', ['4741']],
  ['arreglo celulares', ['9512']],
  ['reparación de neveras', ['9522']],
  ['técnico de lavadoras', ['9522']],
  ['reparo computadores', ['9511']],
  ['mecánico de motos', ['4542']],
  ['taller de carros', ['4520']],
  ['lavadero de carros', ['4520']],
  ['vendo repuestos para carro', ['4530']],
  ['ferretería', ['4752']],
  ['droguería', ['4773']],
  ['carnicería', ['4723']],
  ['vendo frutas y verduras', ['4721', '4781']],
  ['vendedor ambulante', ['4781', '4789', '4782']],
  ['reciclador', ['3830', '3811']],
  ['albañil', ['4390', '4330', '4111']],
  ['pinto casas', ['4330']],
  ['electricista', ['4321']],
  ['plomero', ['4322']],
  ['carpintero', ['3110', '1630']],
  ['soldador', ['2511', '2592']],
  ['vigilante', ['8010']],
  ['jardinero', ['8130']],
  ['contadora pública', ['6920']],
  ['arquitecto', ['7111']],
  ['ingeniera civil', ['7112']],
  ['médico general', ['8621']],
  ['odontóloga', ['8622']],
  ['psicóloga', ['8699']],
  ['fisioterapeuta', ['8692']],
  ['veterinario', ['7500']],
  ['fotógrafo de bodas', ['7420']],
  ['diseñadora gráfica', ['7410']],
  ['community manager', ['7310']],
  ['cantante', ['9002', '9007']],
  ['mariachi', ['9007']],
  ['camionero', ['4923']],
  ['hago acarreos', ['4923']],
  ['mototaxi', ['4921']],
  ['cuido niños', ['8891']],
  ['entrenador personal', ['8552', '9311']],
  ['venta de lotería', ['9200']],
  ['agente de seguros', ['6621']],
  ['inmobiliaria', ['6820']],
  ['guía turístico', ['7990', '7912']],
  ['artesano', ['3290']],
  ['vendo por catálogo', ['4799']],
  ['construyo casas', ['4111']],
  ['pescador', ['0312', '0311']],
  ['minero de oro', ['0722']],
  ['rentista de capital', ['0090']],
  ['vendo perros calientes', ['5619', '4781']],
  ['4711', ['4711']],
];

describe('búsqueda de actividades con las palabras de la gente', () => {
  it.each(JUZGADAS)('«%s» halla %o entre las tres primeras', (consulta, aceptables) => {
    const halladas = buscarActividades(consulta, 3).map((r) => r.codigo);
    expect(
      halladas.some((c) => aceptables.includes(c)),
      `halló ${halladas.join(', ')}`,
    ).toBe(true);
  });

  it('acierta la primera en al menos cuatro de cada cinco', () => {
    const aciertos = JUZGADAS.filter(([q, bien]) => bien.includes(buscarActividades(q, 1)[0]?.codigo ?? ''));
    expect(aciertos.length / JUZGADAS.length).toBeGreaterThan(0.8);
  });

  it('el verbo distingue: las mismas arepas se venden o se fabrican', () => {
    expect(buscarActividades('vendo arepas')[0]?.codigo).toBe('5619');
    expect(buscarActividades('fabrico arepas')[0]?.codigo).toMatch(/^10/);
  });

  it('dice qué palabras lo llevaron allí', () => {
    expect(buscarActividades('Vendo AREPAS rellenas', 1)[0]?.porque).toEqual(['arepas']);
  });

  it('las tildes y las mayúsculas no cambian nada', () => {
    expect(buscarActividades('PELUQUERIA')).toEqual(buscarActividades('peluquería'));
  });

  it.each(['', '   ', '😀😀😀', 'xqzwv', '%%%', 'de la y con', '\u0000\u202e', '{"$gt":""}'])(
    'con «%s» no halla nada',
    (texto) => {
      expect(buscarActividades(texto)).toEqual([]);
    },
  );

  it.each([
    "'; DROP TABLE personas; --",
    '<script>alert(1)</script>',
    'a'.repeat(10_000),
    'arepa '.repeat(5_000),
  ])('con basura no falla', (texto) => {
    expect(Array.isArray(buscarActividades(texto))).toBe(true);
  });

  it('nunca lanza, nunca repite y nunca pasa del límite', () => {
    const palabra = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('vendo', 'arepas', 'taxi', '4711', 'constructor'),
    );
    fc.assert(
      fc.property(fc.array(palabra, { maxLength: 8 }), fc.integer({ min: -2, max: 30 }), (ps, limite) => {
        const codigos = buscarActividades(ps.join(' '), limite).map((r) => r.codigo);
        expect(new Set(codigos).size).toBe(codigos.length);
        expect(codigos.length).toBeLessThanOrEqual(Math.max(0, limite));
      }),
    );
    expect(buscarActividades('arepas', Number.NaN)).toEqual([]);
  });

  it('cada consulta tarda menos de 5 ms', () => {
    buscarActividades('calentamiento');
    const inicio = performance.now();
    for (const [consulta] of JUZGADAS) buscarActividades(consulta);
    expect((performance.now() - inicio) / JUZGADAS.length).toBeLessThan(5);
  });
});
