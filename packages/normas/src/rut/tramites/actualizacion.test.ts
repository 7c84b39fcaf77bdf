import { describe, expect, it } from 'vitest';
import { fecha, sumarDias } from '../../fechas/index.ts';
import type { Fecha } from '../../fechas/index.ts';
import type { Clasificacion, RegistroRut } from '../registro.ts';
import { bienDicha, buscar, sinHechos } from '../../../pruebas/tramites.ts';
import { cambiosDelRut, diaParaCambiarLaDireccion, evaluarActualizacion } from './index.ts';
import type { HechosActualizacion } from './index.ts';

const ANTES: RegistroRut = {
  tipoContribuyente: '2',
  nit: '1990000003',
  dv: 1,
  seccional: '32',
  identificacion: {
    tipoDocumento: '13',
    numero: '1990000003',
    paisExpedicion: '169',
    municipioExpedicion: '11001',
    primerApellido: 'GARCÍA',
    primerNombre: 'GERMÁN',
  },
  ubicacion: { pais: '169', municipio: '11001', direccion: 'CL 1 2 3', correo: 'german@ejemplo.co' },
  clasificacion: {
    actividadPrincipal: { codigo: '6910', desde: fecha('2020-01-01') },
    otrasActividades: [],
    establecimientos: 1,
    responsabilidades: ['05', '48', '52'],
    usuariosAduaneros: [],
  },
};
const HOY = fecha('2026-02-10');

function evaluar(despues: RegistroRut, mas: Partial<HechosActualizacion> = {}) {
  const hechos = {
    antes: ANTES,
    despues,
    hoy: HOY,
    estado: 'activo' as const,
    cambiosDeDireccion: [],
    correoVerificado: true,
  };
  return evaluarActualizacion({ ...hechos, ...mas });
}
const conClasificacion = (cambio: Partial<Clasificacion>): RegistroRut => ({
  ...ANTES,
  clasificacion: { ...ANTES.clasificacion, ...cambio },
});
const conCodigos = (...responsabilidades: string[]) => conClasificacion({ responsabilidades });
const MUDADO: RegistroRut = { ...ANTES, ubicacion: { ...ANTES.ubicacion, direccion: 'CL 9 8 7' } };

describe('qué cambia entre dos versiones del RUT', () => {
  it('cada casilla con su nombre, el dato que es, y cómo estaba', () => {
    const despues: RegistroRut = {
      ...MUDADO,
      ubicacion: { ...MUDADO.ubicacion, municipio: '05001', telefono1: '3995550101' },
      clasificacion: { ...ANTES.clasificacion, responsabilidades: ['05', '07', '48', '52'] },
    };
    expect(cambiosDelRut(ANTES, despues).map((c) => [c.casilla, c.dato])).toEqual([
      ['39', 'direccion'],
      ['40', 'direccion'],
      ['41', 'direccion'],
      ['44', 'contacto'],
      ['53', 'responsabilidades'],
    ]);
    expect(cambiosDelRut(ANTES, despues)[2]).toMatchObject({ antes: 'CL 1 2 3', despues: 'CL 9 8 7' });
    expect(cambiosDelRut(ANTES, ANTES)).toEqual([]);
  });
});

describe('actualización del RUT por uno mismo (DUR 1.6.1.2.14)', () => {
  it.each<[string, RegistroRut]>([
    ['la dirección', MUDADO],
    ['el correo', { ...ANTES, ubicacion: { ...ANTES.ubicacion, correo: 'otro@ejemplo.co' } }],
    ['el teléfono', { ...ANTES, ubicacion: { ...ANTES.ubicacion, telefono1: '3995550101' } }],
    [
      'la actividad',
      conClasificacion({ actividadPrincipal: { codigo: '6920', desde: fecha('2026-01-15') } }),
    ],
    ['los establecimientos', conClasificacion({ establecimientos: 2 })],
    [
      'el nombre comercial',
      { ...ANTES, identificacion: { ...ANTES.identificacion, nombreComercial: 'LA ESQUINA' } },
    ],
    ['un código más en la casilla 53', conCodigos('05', '07', '48', '52')],
  ])('%s se cambia en línea', (_, despues) => {
    const e = evaluar(despues);
    expect(e.estado).toBe('cumple');
    bienDicha(e);
  });

  it.each<[string, RegistroRut, string]>([
    ['nada', ANTES, 'hay-cambios'],
    [
      'el apellido',
      { ...ANTES, identificacion: { ...ANTES.identificacion, primerApellido: 'GARCIA' } },
      'identificacion',
    ],
    [
      'el tipo de documento',
      { ...ANTES, identificacion: { ...ANTES.identificacion, tipoDocumento: '22' } },
      'identificacion',
    ],
    [
      'la misma actividad dos veces',
      conClasificacion({ otrasActividades: ['6910'] }),
      'actividades-distintas',
    ],
    [
      'tres otras actividades',
      conClasificacion({ otrasActividades: ['4711', '4719', '4721'] }),
      'actividades-distintas',
    ],
    ['quitar el 52', conCodigos('05', '48'), 'quitar-52'],
    ['quitar el 48', conCodigos('05', '49', '52'), 'quitar-48'],
    ['agregar el 13', conCodigos('05', '13', '48', '52'), 'agregar-13'],
    ['agregar el 15', conCodigos('05', '15', '48', '52'), 'agregar-15'],
    ['agregar el 17', conCodigos('05', '17', '48', '52'), 'agregar-17'],
    ['agregar el 23', conCodigos('05', '23', '48', '52'), 'agregar-23'],
    ['agregar el 49 con el 48', conCodigos('05', '48', '49', '52'), 'excluyentes-48-49'],
    ['agregar un código sin vigencia', conCodigos('05', '11', '48', '52'), 'sin-vigencia-11'],
    [
      'la casilla 54',
      conClasificacion({ responsabilidades: ['05', '10', '48', '52'], usuariosAduaneros: ['22'] }),
      'casilla-54',
    ],
    [
      'la casilla 54 sin el 10',
      conClasificacion({ usuariosAduaneros: ['22'] }),
      'falta-obligado-aduanero-10',
    ],
  ])('%s no', (_, despues, id) => {
    const e = evaluar(despues);
    expect(e.estado).toBe('no-cumple');
    expect(buscar(e, id)?.estado).toBe('no-cumple');
    bienDicha(e);
  });

  it('quitar el 48 o el 33 lleva a su propio trámite; los demás, a un funcionario', () => {
    expect(buscar(evaluar(conCodigos('05', '49', '52')), 'quitar-48')).toMatchObject({
      razon: expect.stringContaining('otro trámite') as string,
      articulo: 'DUR 1.6.1.2.27',
      certeza: 'norma',
    });
    expect(buscar(evaluar(conCodigos('05', '48')), 'quitar-52')).toMatchObject({
      razon: expect.stringContaining('funcionario') as string,
      certeza: 'dian',
    });
  });

  it('un código que solo da la DIAN se agrega si ya hay acto; del 45 no se sabe', () => {
    expect(evaluar(conCodigos('05', '13', '48', '52'), { porActo: ['13'] }).estado).toBe('cumple');
    expect(evaluar(conCodigos('05', '45', '48', '52')).estado).toBe('no-se-sabe');
  });

  it('si la oficina decide que la casilla 54 se cambia en línea, se cambia', () => {
    const despues = conClasificacion({
      responsabilidades: ['05', '10', '48', '52'],
      usuariosAduaneros: ['22'],
    });
    expect(evaluar(despues, { casilla54EnLinea: true }).estado).toBe('cumple');
  });

  it('lo que ya estaba mal no impide actualizar otra cosa', () => {
    const antes = conCodigos('05', '11', '48');
    const despues = { ...antes, ubicacion: MUDADO.ubicacion };
    expect(evaluar(despues, { antes }).estado).toBe('cumple');
    const otra = {
      ...antes,
      clasificacion: { ...antes.clasificacion, responsabilidades: ['05', '07', '11', '48'] },
    };
    expect(evaluar(otra, { antes }).estado).toBe('cumple');
  });

  it('un RUT suspendido se puede actualizar; uno cancelado, no', () => {
    expect(evaluar(MUDADO, { estado: 'suspendido' }).estado).toBe('cumple');
    expect(evaluar(MUDADO, { estado: 'cancelado' }).estado).toBe('no-cumple');
  });

  it.each<keyof HechosActualizacion>(['estado', 'cambiosDeDireccion', 'correoVerificado'])(
    'sin %s no se puede decir que sí',
    (clave) => {
      const despues = { ...MUDADO, ubicacion: { ...MUDADO.ubicacion, correo: 'otro@ejemplo.co' } };
      const hechos = { antes: ANTES, despues, hoy: HOY, estado: 'activo' as const };
      const e = evaluarActualizacion(
        sinHechos<HechosActualizacion>({ ...hechos, cambiosDeDireccion: [], correoVerificado: true }, [
          clave,
        ]),
      );
      expect(e.estado).toBe('no-se-sabe');
      bienDicha(e);
    },
  );
});

describe('dos cambios de dirección en línea en seis meses (DUR 1.6.1.2.14 inc. 4)', () => {
  const seisMesesAntes = fecha('2025-08-10');

  it.each<[string, string[], string]>([
    ['el primero', [], 'cumple'],
    ['el segundo', ['2026-01-05'], 'cumple'],
    ['el tercero', ['2026-01-05', '2025-12-01'], 'no-cumple'],
    ['el tercero el último día de los seis meses', ['2026-01-05', seisMesesAntes], 'no-cumple'],
    ['el tercero un día después', ['2026-01-05', sumarDias(seisMesesAntes, -1)], 'cumple'],
    ['cuando los otros son viejos', ['2024-01-05', '2024-02-05', '2025-02-05'], 'cumple'],
  ])('%s: %j → %s', (_, anteriores, estado) => {
    const e = evaluar(MUDADO, { cambiosDeDireccion: anteriores.map(fecha) });
    expect(buscar(e, 'cambios-de-direccion')?.estado).toBe(estado);
    bienDicha(e);
  });

  it.each<[string[], string]>([
    [[], '2026-02-10'],
    [['2026-01-05'], '2026-02-10'],
    [['2026-01-05', '2025-12-01'], '2026-06-02'],
    [['2025-12-01', '2026-01-05'], '2026-06-02'],
    [['2026-02-10', '2026-02-10'], '2026-08-11'],
    [['2025-08-31', '2026-01-31'], '2026-03-01'],
  ])('con cambios el %j se puede otra vez el %s, y ni un día antes', (anteriores, dia) => {
    const cambios = anteriores.map(fecha);
    expect(diaParaCambiarLaDireccion(cambios, HOY)).toBe(dia);
    const el = (hoy: Fecha) =>
      buscar(evaluar(MUDADO, { cambiosDeDireccion: cambios, hoy }), 'cambios-de-direccion')?.estado;
    expect(el(fecha(dia))).toBe('cumple');
    if (dia > HOY) expect(el(sumarDias(fecha(dia), -1))).toBe('no-cumple');
  });

  it('si la dirección no cambia, no se cuentan', () => {
    const e = evaluar(conClasificacion({ establecimientos: 3 }), {
      cambiosDeDireccion: [fecha('2026-01-05'), fecha('2026-01-06')],
    });
    expect(buscar(e, 'cambios-de-direccion')).toBeUndefined();
    expect(e.estado).toBe('cumple');
  });
});

describe('el SIMPLE no se agrega ni se quita por actualización (ET 909)', () => {
  it.each([
    [['05', '47', '48', '52'], ['05', '48', '52'], 'simple-se-firma'],
    [['05', '48', '52'], ['47', '48', '52'], 'quitar-47'],
  ])('%o, antes %o: se dice que es otro trámite, que se firma', (despues, antes, id) => {
    const e = evaluar(conCodigos(...despues), {
      antes: { ...ANTES, clasificacion: { ...ANTES.clasificacion, responsabilidades: antes } },
    });
    expect(buscar(e, id)?.estado).toBe('no-cumple');
    expect(buscar(e, id)?.razon).toContain('es otro trámite, que se firma');
    bienDicha(e);
  });
});
