import { describe, expect, it } from 'vitest';
import { recorridoDe } from '../../../pruebas/procedimientos.ts';
import { estadoDe } from '../../interfaz/recorrido/index.ts';
import { plantillaDe } from '../procedimiento/plantilla.ts';
import { sabidoAlResponder, type HechosDelBorrador } from '../procedimiento/index.ts';
import { evaluar as evaluarSolicitud } from './evaluar.ts';
import { retiroIva } from './index.ts';
import { FICHA, type Leido } from './solicitud.ts';

const RECORRIDO = recorridoDe(retiroIva);
const solicitudDe = (d: object) => FICHA.leer(d as Leido);
type Escrito = Record<string, Record<string, string>>;

/** Somebody who renders services and meets everything, as they write it. */
const BIEN: Escrito = {
  actividad: { actividad: 'servicios' },
  'solo-estado': { respuesta: 'no' },
  ...Object.fromEntries(
    ['anterior', 'en-curso'].flatMap((a): [string, Record<string, string>][] => [
      [`ingresos-${a}`, { valor: '48.000.000' }],
      [`ingresos-totales-${a}`, { valor: '900.000.000' }],
      [`establecimientos-${a}`, { cuantos: '1' }],
      [`intangibles-${a}`, { respuesta: 'no' }],
      [`aduanero-${a}`, { respuesta: 'no' }],
      [`contratos-${a}`, { respuesta: 'no' }],
      [`consignaciones-${a}`, { valor: '40.000.000' }],
    ]),
  ),
  respuesta: {},
};

function evaluar(escrito: Escrito, rut: Partial<HechosDelBorrador['rut']> = {}, anio = 2026) {
  const hechos: HechosDelBorrador = {
    anio,
    quien: { calidad: 'titular' },
    rut: {
      tipoContribuyente: '2',
      responsabilidades: ['48'],
      usuariosAduaneros: [],
      establecimientos: 1,
      estado: 'activo',
      ...rut,
    },
  };
  const respuestas = Object.fromEntries(
    Object.entries({ ...BIEN, ...escrito }).map(([slug, e]) => [slug, { escrito: e, revision: 1 }]),
  );
  const { datos } = estadoDe(RECORRIDO, { hechos: { ...hechos }, respuestas });
  return evaluarSolicitud({ ...sabidoAlResponder(hechos), actualizado: true }, solicitudDe(datos));
}
const noCumple = (e: ReturnType<typeof evaluar>) =>
  e.condiciones.filter((c) => c.estado === 'no-cumple').map((c) => c.id);
const contrato = (n: number, con: string, valor: string) => ({
  [`contratante-${n}`]: con,
  [`valor-${n}`]: valor,
});

describe('retiro de IVA: lo escrito y lo que responde', () => {
  it('quien cumple todo en los dos años, cumple', () => {
    expect(evaluar({})).toMatchObject({ estado: 'cumple' });
  });

  it.each<[string, Escrito, string[]]>([
    ['2025, un peso menos que el tope', { 'ingresos-anterior': { valor: '174.296.999' } }, []],
    ['2025, el tope', { 'ingresos-anterior': { valor: '174.297.000' } }, ['ingresos-2025']],
    ['2026, lo que en 2025 era el tope', { 'ingresos-en-curso': { valor: '174.297.000' } }, []],
    ['2026, un peso menos que el tope', { 'ingresos-en-curso': { valor: '$ 183.308.999' } }, []],
    ['2026, el tope', { 'ingresos-en-curso': { valor: "183'309.000" } }, ['ingresos-2026']],
    ['consignaciones por el tope justo', { 'consignaciones-anterior': { valor: '174.297.000' } }, []],
    [
      'consignaciones por un peso más',
      { 'consignaciones-anterior': { valor: '174297001' } },
      ['consignaciones-2025'],
    ],
    ['dos locales', { 'establecimientos-anterior': { cuantos: '2' } }, ['establecimientos-2025']],
    ['ningún local', { 'establecimientos-en-curso': { cuantos: '0' } }, []],
    ['franquicia este año', { 'intangibles-en-curso': { respuesta: 'si' } }, ['intangibles-2026']],
    ['aduanas el año anterior', { 'aduanero-anterior': { respuesta: 'si' } }, ['usuario-aduanero-2025']],
    ['mayorista', { actividad: { actividad: 'mayorista' } }, ['actividad']],
    [
      'solo contratos con el Estado: 4.000 UVT',
      { 'solo-estado': { respuesta: 'si' }, 'ingresos-anterior': { valor: '199.195.999' } },
      [],
    ],
    [
      'solo contratos con el Estado, en el tope',
      { 'solo-estado': { respuesta: 'si' }, 'ingresos-anterior': { valor: '199.196.000' } },
      ['ingresos-2025'],
    ],
    [
      'el Estado no sube el tope de quien vende al detal',
      {
        actividad: { actividad: 'minorista' },
        'solo-estado': { respuesta: 'si' },
        'ingresos-anterior': { valor: '174.297.000' },
      },
      ['ingresos-2025'],
    ],
    [
      'contratos con uno mismo, escrito de dos maneras, se suman',
      {
        'contratos-en-curso': { respuesta: 'si' },
        'lista-contratos-en-curso': {
          ...contrato(1, 'Alcaldía de Chía', '91.654.500'),
          ...contrato(2, 'ALCALDIA DE CHIA.', '91.654.501'),
        },
      },
      ['contratos-sumados-2026'],
    ],
    [
      'la suma que llega justo al tope no pasa de él',
      {
        'contratos-en-curso': { respuesta: 'si' },
        'lista-contratos-en-curso': {
          ...contrato(1, '899.999.114-0', '91.654.500'),
          ...contrato(2, '8999991140', '91.654.500'),
        },
      },
      [],
    ],
    [
      'contratos con distintos no se suman',
      {
        'contratos-anterior': { respuesta: 'si' },
        'lista-contratos-anterior': {
          ...contrato(1, 'Colegio San José', '120.000.000'),
          ...contrato(4, 'Colegio San Juan', '120.000.000'),
        },
      },
      [],
    ],
    [
      'un contrato que llega al tope',
      {
        'contratos-anterior': { respuesta: 'si' },
        'lista-contratos-anterior': contrato(1, 'Colegio San José', '174.297.000'),
      },
      ['contratos-2025'],
    ],
  ])('%s', (_, escrito, ids) => {
    const e = evaluar(escrito);
    expect(noCumple(e)).toEqual(ids);
    expect(e.estado).toBe(ids.length === 0 ? 'cumple' : 'no-cumple');
  });

  it.each<[string, Partial<HechosDelBorrador['rut']>, string[]]>([
    ['sin el 48', { responsabilidades: ['49'] }, ['responsable']],
    ['suspendido', { estado: 'suspendido' }, ['rut-activo']],
    ['cancelado', { estado: 'cancelado' }, ['rut-activo']],
    ['persona jurídica', { tipoContribuyente: '1' }, ['persona-natural']],
    ['con una calidad aduanera hoy', { usuariosAduaneros: ['22'] }, ['usuario-aduanero-2026']],
  ])('un RUT %s no puede, y no se le pregunta más', (_, rut, ids) => {
    expect(noCumple(evaluar({}, rut))).toEqual(ids);
  });

  it('en el SIMPLE basta recibir menos de 3.500 UVT en cada año, aunque lo demás no se cumpla', () => {
    const simple = { responsabilidades: ['47', '48'] };
    const poco = {
      'solo-tiendas': { respuesta: 'no' },
      'ingresos-totales-anterior': { valor: '174.296.999' },
      'ingresos-totales-en-curso': { valor: '183.308.999' },
      actividad: { actividad: 'mayorista' },
    };
    expect(evaluar(poco, simple).estado).toBe('cumple');
    const e = evaluar({ ...poco, 'ingresos-totales-anterior': { valor: '174.297.000' } }, simple);
    expect(noCumple(e)).toEqual([
      'actividad',
      'simple-ingresos-ingresos-brutos-2025',
      'simple-tiendas-solo-tiendas',
    ]);
    expect(evaluar({ 'solo-tiendas': { respuesta: 'si' } }, simple).estado).toBe('cumple');
  });

  it('un año sin UVT cargada no se da por cumplido: queda para verificar', () => {
    const e = evaluar({}, {}, 2027);
    expect(e.estado).toBe('no-se-sabe');
    expect(e.condiciones.find((c) => c.id === 'ingresos-2027')?.razon).toContain('no está cargada');
  });
});

describe('retiro de IVA: lo que se propone escribir al funcionario', () => {
  const t = { que: 'dejar de ser responsable de IVA', efecto: { texto: 'Desde hoy su RUT tiene el 49.' } };
  const mal = evaluar({ 'ingresos-anterior': { valor: '174.297.000' } });

  it('negar cita solo lo que no se cumple, con su valor, su tope y su artículo', () => {
    const { razones, fundamento } = plantillaDe('negada', mal, t);
    expect(razones).toContain('$\u00a0174.297.000, llega a 3.500 UVT');
    expect(razones).not.toContain('Su RUT está activo');
    expect(fundamento).toBe('DUR 1.6.1.2.31; ET 437 par. 3 num. 1');
  });

  it('ningún artículo del fundamento deja de estar citado en las razones, ni al revés', () => {
    for (const sentido of ['aprobada', 'negada', 'devuelta']) {
      const { razones, fundamento } = plantillaDe(sentido, sentido === 'aprobada' ? evaluar({}) : mal, t);
      for (const articulo of fundamento.split('; ')) expect(razones, sentido).toContain(articulo);
      const citados = [...razones.matchAll(/\((?=(?:ET|DUR) )([^)]*)\)/g)].flatMap(([, c = '']) =>
        c.split('; '),
      );
      expect(citados.filter((c) => !fundamento.split('; ').includes(c))).toEqual([]);
    }
  });

  it('lo que la oficina entiende y la norma no dice se escribe como tal', () => {
    const suma = evaluar({
      'contratos-en-curso': { respuesta: 'si' },
      'lista-contratos-en-curso': { ...contrato(1, 'X', '100.000.000'), ...contrato(2, 'x', '100.000.000') },
    });
    expect(plantillaDe('negada', suma, t).razones).toContain(
      'La oficina entiende que la norma lo pide así: la suma',
    );
  });
});

describe('lo que las plantillas pueden mandar', () => {
  const t = { que: 'dejar de ser responsable de IVA', efecto: { texto: 'Desde hoy su RUT tiene el 49.' } };
  const condicion = (estado: 'cumple' | 'no-cumple' | 'no-se-sabe', razon: string, de?: 'oficina') => ({
    id: razon,
    estado,
    razon,
    articulo: 'ET 1',
    certeza: 'norma' as const,
    ...(de && { verifica: de }),
  });

  it('una devolución no le pide a la persona lo que debe verificar la oficina', () => {
    const e = {
      estado: 'no-cumple' as const,
      condiciones: [
        condicion('no-se-sabe', 'Falta el poder.'),
        condicion('no-se-sabe', 'Falta verificar que no tenga deudas.', 'oficina'),
      ],
    };
    const { razones } = plantillaDe('devuelta', e, t);
    expect(razones).toContain('Falta el poder');
    expect(razones).not.toContain('deudas');
    expect(plantillaDe('devuelta', { ...e, condiciones: e.condiciones.slice(1) }, t).razones).toBe('');
  });

  it('lo que la oficina se recuerda a sí misma no sale, y lo que no tiene razones no empieza escrito', () => {
    const e = {
      estado: 'no-se-sabe' as const,
      condiciones: [
        condicion('cumple', 'Está activo.'),
        condicion('no-se-sabe', 'Falta verificar.', 'oficina'),
      ],
    };
    expect(plantillaDe('aprobada', e, t).razones).not.toMatch(/funcionario|verific/);
    expect(plantillaDe('negada', e, t).razones).toBe('');
  });
});
