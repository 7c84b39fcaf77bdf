import type { RegistroRut } from '@autogestion/normas/rut';
import { fecha } from '@autogestion/normas/fechas';

const PERSONA = {
  tipoDocumento: '13',
  numero: '52418906',
  primerApellido: 'Rojas',
  segundoApellido: 'Montealegre',
  primerNombre: 'María',
  otrosNombres: 'Fernanda',
};

const PROFESIONAL = {
  ...PERSONA,
  tarjetaProfesional: '123456-T',
  firmaNit: '900123456',
  firmaNombre: 'Auditores Ficticios S. A. S.',
  nombramiento: fecha('2024-02-01'),
};

const ACTO = {
  clase: '1',
  numero: '0001234',
  fecha: fecha('2015-03-02'),
  notaria: '23',
  entidadDeRegistro: '3',
  fechaDeRegistro: fecha('2015-03-10'),
  matricula: '01234567',
  municipio: '11001',
  vigenteDesde: fecha('2015-03-02'),
  vigenteHasta: fecha('2099-12-31'),
};

/** A fictitious record that has something in every box of the six sheets that a record may fill. */
export const REGISTRO_COMPLETO: RegistroRut = {
  tipoContribuyente: '1',
  nit: '900123456',
  dv: 8,
  seccional: '32',
  identificacion: {
    tipoDocumento: '13',
    numero: '52418906',
    fechaExpedicion: fecha('1998-07-21'),
    paisExpedicion: '169',
    municipioExpedicion: '05001',
    primerApellido: PERSONA.primerApellido,
    segundoApellido: PERSONA.segundoApellido,
    primerNombre: PERSONA.primerNombre,
    otrosNombres: PERSONA.otrosNombres,
    razonSocial: 'Tejidos El Telar Ficticio S. A. S.',
    nombreComercial: 'El Telar',
    sigla: 'TELAR',
  },
  ubicacion: {
    pais: '169',
    municipio: '11001',
    direccion: 'CL 45 # 13 25 OF 402',
    correo: 'contacto@telar.ejemplo.co',
    codigoPostal: '110231',
    telefono1: '6011234567',
    telefono2: '3001234567',
  },
  clasificacion: {
    actividadPrincipal: { codigo: '1392', desde: fecha('2015-03-10') },
    actividadSecundaria: { codigo: '4771', desde: fecha('2018-01-01') },
    otrasActividades: ['4641', '4782'],
    ocupacion: '7432',
    establecimientos: 2,
    responsabilidades: ['05', '07', '10', '14', '42', '48', '52'],
    usuariosAduaneros: ['22', '23'],
  },
  organizacion: {
    caracteristicas: { 62: '1', 63: '1', 64: '1', 65: '1', 66: '1', 67: '1', 68: '1', 69: '1', 70: '1' },
    constitucion: ACTO,
    reforma: ACTO,
    capital: { nacionalPublico: 0, nacionalPrivado: 6667, extranjeroPublico: 0, extranjeroPrivado: 3333 },
    vigilancia: '1',
    estados: [{ codigo: '80', desde: fecha('2020-01-01'), nit: '900123456' }],
    vinculacion: {
      tiene: true,
      grupo: 'Grupo Ficticio',
      matriz: { nit: '800197268', nombre: 'Matriz Ficticia S. A.' },
    },
  },
  representantes: [{ ...PERSONA, representacion: '18', desde: fecha('2015-03-10') }],
  socios: [
    {
      ...PERSONA,
      nacionalidad: '169',
      capital: '150000000',
      participacion: 6667,
      ingreso: fecha('2015-03-10'),
    },
    {
      tipoDocumento: '31',
      numero: '800197268',
      nacionalidad: '169',
      razonSocial: 'Matriz Ficticia S. A.',
      capital: '75000000',
      participacion: 3333,
      ingreso: fecha('2015-03-10'),
      retiro: fecha('2023-06-30'),
    },
  ],
  revisorFiscal: PROFESIONAL,
  revisorFiscalSuplente: PROFESIONAL,
  contador: PROFESIONAL,
  sedes: [
    {
      tipo: '02',
      actividad: '4771',
      nombre: 'El Telar de la 45',
      municipio: '11001',
      direccion: 'CL 45 # 13 25 LC 1',
      matricula: '01234568',
      fechaMatricula: fecha('2016-01-20'),
      telefono: '6011234568',
      cierre: fecha('2025-01-31'),
    },
  ],
};
