import { describe, expect, it } from 'vitest';
import { fecha } from '../fechas/index.ts';
import {
  casillasHoja1,
  valorEnLlano,
  CASOS_VIDEOATENCION,
  casoVideoatencion,
  EDAD_MINIMA_EN_LINEA,
  leyendaRut,
  tieneEdadParaInscribirseEnLinea,
} from './index.ts';
import type { RegistroRut } from './index.ts';

const registro: RegistroRut = {
  tipoContribuyente: '2',
  nit: '52418906',
  dv: 5,
  seccional: '32',
  identificacion: {
    tipoDocumento: '13',
    numero: '52418906',
    fechaExpedicion: fecha('1998-03-05'),
    paisExpedicion: '169',
    municipioExpedicion: '05001',
    primerApellido: 'ROJAS',
    primerNombre: 'ANA',
  },
  ubicacion: {
    pais: '169',
    municipio: '11001',
    direccion: 'CL 13 # 5 - 20',
    correo: 'ana@ejemplo.co',
    telefono1: '3001234567',
  },
  clasificacion: {
    actividadPrincipal: { codigo: '4711', desde: fecha('2026-08-12') },
    otrasActividades: ['5613', '4921'],
    establecimientos: 1,
    responsabilidades: ['05', '49'],
    usuariosAduaneros: [],
  },
};

describe('hoja 1 del formulario 001', () => {
  const casillas = casillasHoja1(registro, {
    concepto: '01',
    numeroFormulario: '140000000017',
    fecha: fecha('2026-08-12'),
    firmante: { nombre: 'ROJAS ANA' },
  });
  const casilla = (numero: string) => casillas.find((c) => c.numero === numero);

  it('trae todas las casillas, una vez y en el orden del formulario', () => {
    const numeros = casillas.map((c) => Number(c.numero));
    expect(numeros).toEqual([2, 4, 5, 6, 12, 14, ...Array.from({ length: 38 }, (_, i) => 24 + i), 984, 985]);
  });

  it.each([
    ['2', '01 Inscripción'],
    ['4', '140000000017'],
    ['5', '52418906'],
    ['6', '5'],
    ['12', '32 Impuestos de Bogotá'],
    ['24', '2 Persona natural o sucesión ilíquida'],
    ['25', '13 Cédula de ciudadanía'],
    ['27', '19980305'],
    ['28', '169 Colombia'],
    ['29', '05 Antioquia'],
    ['30', '001 Medellín'],
    ['31', 'ROJAS'],
    ['38', '169 Colombia'],
    ['39', '11 Bogotá, D.C.'],
    ['40', '001 Bogotá, D.C.'],
    ['41', 'CL 13 # 5 - 20'],
    ['47', '20260812'],
    ['52', '1'],
    ['53', '05 Impuesto sobre la renta y complementarios – régimen ordinario\n49 No responsable de IVA'],
    ['61', '2026-08-12'],
    ['984', 'ROJAS ANA'],
  ])('la casilla %s dice «%s»', (numero, valor) => {
    expect(casilla(numero)?.valor).toBe(valor);
  });

  it('en llano, una fecha se lee con sus palabras y un número de ocho cifras es un número', () => {
    const dice = (nombre: string, valor: string) => valorEnLlano({ nombre, valor });
    const nacio = casilla('27');
    expect(nacio && valorEnLlano(nacio)).toBe('5 de marzo de 1998');
    expect(dice('Vigencia hasta', '20301231')).toBe('31 de diciembre de 2030');
    expect(dice('Fecha de cierre', '')).toBe('');
    expect(dice('Fecha de cierre', '20301399')).toBe('20301399');
    expect(dice('Número de identificación', '19980305')).toBe('19980305');
  });

  it('las actividades llevan su nombre y, aparte, su código', () => {
    expect(casilla('46')?.valor).toMatch(/^4711 Comercio al por menor/);
    expect(casilla('50')?.partes.map((p) => p.codigo)).toEqual(['5613', '4921']);
  });

  it.each(['14', '32', '34', '35', '43', '45', '48', '49', '51', '54', '55', '59', '60', '985'])(
    'la casilla %s, sin dato, queda vacía',
    (numero) => {
      expect(casilla(numero)).toMatchObject({ valor: '', partes: [] });
    },
  );

  it('los folios dicen si hay anexos', () => {
    const conFolios = (folios: number) =>
      casillasHoja1(registro, { concepto: '02', numeroFormulario: '1', folios }).find(
        (c) => c.numero === '59',
      )?.valor;
    expect([conFolios(0), conFolios(3)]).toEqual(['NO', 'SI']);
  });
});

describe('leyenda del certificado (DUR 1.6.1.2.21)', () => {
  it('la copia electrónica de un RUT activo dice «Copia Certificado»', () => {
    expect(leyendaRut('activo', 'copia-electronica')).toBe('Copia Certificado');
    expect(leyendaRut('activo', 'certificado')).toBe('Certificado');
  });

  it('la suspensión y la cancelación se dicen en cualquier soporte', () => {
    expect(leyendaRut('suspendido', 'copia-electronica')).toBe('Suspendido');
    expect(leyendaRut('cancelado', 'certificado')).toBe('Cancelado');
  });
});

describe('videoatención y menores', () => {
  it('hay ocho casos, y el 8 es el de quien no tiene contraseña ni correo', () => {
    expect(CASOS_VIDEOATENCION.map((c) => c.codigo)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
    expect(casoVideoatencion('8')?.nombre).toContain('sin contraseña');
    expect(casoVideoatencion('9')).toBeUndefined();
  });

  it('en línea se inscribe quien ya cumplió 18 años: parámetro sin fuente', () => {
    expect(EDAD_MINIMA_EN_LINEA.sinFuente).toBe(true);
    expect(tieneEdadParaInscribirseEnLinea(fecha('2008-08-12'), fecha('2026-08-11'))).toBe(false);
    expect(tieneEdadParaInscribirseEnLinea(fecha('2008-08-12'), fecha('2026-08-12'))).toBe(true);
  });
});
