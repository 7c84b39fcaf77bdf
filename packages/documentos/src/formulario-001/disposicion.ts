import {
  filas,
  type Disposicion,
  type HojaDispuesta,
  type SeccionDispuesta,
} from '../formulario-impreso/index.ts';

/** The four boxes of a name. */
const nombres = (desde: number) => [0, 1, 2, 3].map((i) => `${desde + i}:6`).join(' ');

/** The three blocks of sheet 5 have the same twelve boxes. */
const profesional = (nombre: string, desde: number): SeccionDispuesta => ({
  nombre,
  repetida: true,
  filas: filas(
    `${desde}:9 ${desde + 1}:8 ${desde + 2}:2 ${desde + 3}:5`,
    nombres(desde + 4),
    `${desde + 8}:6 ${desde + 9}:2 ${desde + 10}:11 ${desde + 11}:5`,
  ),
});

const HOJA_1: HojaDispuesta = {
  clave: '1',
  secciones: [
    {
      nombre: 'Identificación',
      filas: filas('24:6 25:7 26:6 27:5', '28:8 29:8 30:8', '31:6 32:6 33:6 34:6', '35:24', '36:16 37:8'),
    },
    {
      nombre: 'Ubicación',
      filas: filas('38:8 39:8 40:8', '41:24', '42:11 43:4 44:4.5 45:4.5'),
    },
    {
      nombre: 'Clasificación',
      filas: filas('46:8 47:4 48:8 49:4', '50:14:lista 51:4 52:6', '53:24:lista', '54:24:lista'),
    },
    { nombre: 'Exportadores', filas: filas('55:6 56:6 57:6 58:6') },
    { nombre: 'Cierre', filas: filas('59:3 60:3 61:4 984:8 985:6') },
  ],
};

/** A loose page says whose it is, and that only the first sheet proves the registration (DUR 1.6.1.2.21). */
const AVISOS = [
  'Hoja {hoja} del RUT con NIT {5}-{6}, versión {version}. {estado}.',
  'La inscripción la prueba la primera hoja, con su leyenda (DUR 1.6.1.2.21). Implementación independiente; no es un documento de la DIAN.',
];

const HOJA_2: HojaDispuesta = {
  clave: '2',
  avisos: AVISOS,
  secciones: [
    {
      nombre: 'Características y formas',
      repetida: true,
      filas: filas('62:8 63:8 64:8', '65:8 66:8 67:8', '68:8 69:8 70:8'),
    },
    {
      nombre: 'Constitución y última reforma',
      repetida: true,
      filas: filas('71:4 72:8 73:6 74:6', '75:12 76:6 77:6', '78:7 79:7 80:5 81:5'),
    },
    {
      nombre: 'Composición del capital',
      repetida: true,
      filas: filas('82:8 83:8 84:8', '85:8 86:8 87:8'),
    },
    { nombre: 'Vigilancia y control', repetida: true, filas: filas('88:24') },
    { nombre: 'Estado y beneficio', repetida: true, filas: filas('89:12 90:5 91:5 92:2') },
    {
      nombre: 'Vinculación económica',
      repetida: true,
      filas: filas('93:6 94:18', '95:6 96:2 97:16'),
    },
  ],
};

const HOJA_3: HojaDispuesta = {
  clave: '3',
  avisos: AVISOS,
  secciones: [
    {
      nombre: 'Representante',
      repetida: true,
      filas: filas('98:15 99:9', '100:12 101:9 102:3', nombres(104)),
    },
  ],
};

const HOJA_4: HojaDispuesta = {
  clave: '4',
  avisos: AVISOS,
  secciones: [
    {
      nombre: 'Socio o miembro',
      repetida: true,
      filas: filas('111:9 112:8 113:2 114:5', nombres(115), '119:24', '120:9 121:5 122:5 123:5'),
    },
  ],
};

const HOJA_5: HojaDispuesta = {
  clave: '5',
  avisos: AVISOS,
  secciones: [
    profesional('Revisor fiscal', 124),
    profesional('Revisor fiscal suplente', 136),
    profesional('Contador', 148),
  ],
};

const HOJA_6: HojaDispuesta = {
  clave: '6',
  avisos: AVISOS,
  secciones: [
    {
      nombre: 'Establecimiento',
      repetida: true,
      filas: filas('160:9 161:15', '162:18 168:6', '163:6 164:6 165:12', '166:9 167:8 169:7'),
    },
  ],
};

/** Form 001, the RUT: an arrangement of its own for the boxes that people know. */
export const DISPOSICION_001: Disposicion = {
  codigo: '001',
  titulo: 'Formulario del Registro Único Tributario',
  documento: 'Formulario 001: Registro Único Tributario (RUT)',
  asunto: '{leyenda}, formulario {numero}, versión {version}',
  nota: 'Hoja 1, principal: la que prueba la inscripción (DUR 1.6.1.2.21).',
  demostracion: 'Los datos de esta copia son ficticios.',
  adjunto: 'rut.json',
  encabezado: {
    nombre: 'Encabezado',
    filas: [
      ...filas('2:9 4:15', '5:9 6:3 12:12', '14:24'),
      [
        { area: 'leyenda', ancho: 9.6, titulo: '{leyenda}', detalle: '{estado} · versión {version}' },
        { area: 'barras', ancho: 14.4 },
      ],
    ],
  },
  hojas: [HOJA_1, HOJA_2, HOJA_3, HOJA_4, HOJA_5, HOJA_6],
  sinImprimir: {},
};
