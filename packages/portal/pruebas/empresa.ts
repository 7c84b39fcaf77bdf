import { fecha } from '@autogestion/normas/fechas';
import type { RegistroRut } from '@autogestion/normas/rut';
import { inscribir } from '../src/rut/index.ts';
import type { PersonaDePrueba } from './inscripcion.ts';
import type { OficinaDePrueba } from './oficina.ts';
import { SISTEMA } from './transacciones.ts';

/** A fictional company. */
export const EMPRESA: RegistroRut = {
  tipoContribuyente: '1',
  nit: '999900001',
  dv: 4,
  seccional: '32',
  identificacion: { razonSocial: 'FICTICIA S.A.S.' },
  ubicacion: {
    pais: '169',
    municipio: '11001',
    direccion: 'CL 1 2 999',
    correo: 'ficticia@demo.example',
  },
  clasificacion: {
    actividadPrincipal: { codigo: '4711', desde: fecha('2020-01-02') },
    otrasActividades: [],
    establecimientos: 1,
    responsabilidades: ['05', '48'],
    usuariosAduaneros: [],
  },
};

/** What its sheets 2 and 4 to 6 may have: something of each, to change. */
export const HOJAS_DE_EMPRESA: Partial<RegistroRut> = {
  socios: [
    {
      tipoDocumento: '31',
      numero: '999900002',
      nacionalidad: '169',
      razonSocial: 'SOCIA',
      capital: '1000000',
      participacion: 5000,
      ingreso: fecha('2020-01-02'),
    },
  ],
  organizacion: {
    caracteristicas: { '63': '12' },
    constitucion: { clase: '04', numero: '1', fecha: fecha('2020-01-02') },
    vinculacion: { tiene: true, grupo: 'GRUPO' },
  },
  contador: {
    tipoDocumento: '13',
    numero: '1990000009',
    primerApellido: 'DÍAZ',
    primerNombre: 'ANA',
    tarjetaProfesional: '12345-T',
    nombramiento: fecha('2024-05-06'),
  },
  sedes: [{ tipo: '02', actividad: '4711', nombre: 'LA ESQUINA', municipio: '11001', direccion: 'CL 1 2 3' }],
};

/** Registers the company with somebody as its main legal representative (sheet 3). */
export function inscribirEmpresa(o: OficinaDePrueba, representante: PersonaDePrueba) {
  return o.oficina.comoPropietario(SISTEMA, (trx) =>
    inscribir(trx, {
      registro: {
        ...EMPRESA,
        representantes: [
          {
            representacion: '18',
            desde: fecha('2020-01-02'),
            tipoDocumento: representante.fila.tipo_documento,
            numero: representante.fila.numero,
            primerApellido: 'MUÑOZ',
            primerNombre: 'ZORAIDA',
          },
        ],
      },
      demostracion: true,
      correoUnico: false,
      entregarCopia: false,
    }),
  );
}
