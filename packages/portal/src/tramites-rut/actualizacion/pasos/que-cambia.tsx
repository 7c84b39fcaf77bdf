import { formatearFecha } from '@autogestion/normas/fechas';
import { diaParaCambiarLaDireccion } from '@autogestion/normas/rut';
import { Detalles } from '../../../interfaz/index.ts';
import { varias } from '../../../interfaz/preguntas/index.ts';
import { guion } from '../../../interfaz/recorrido/index.ts';
import { enlace } from '../../enlaces.ts';
import { COSAS, hechosDe, type Cosa, type Dicho, type Hechos } from '../tipos.ts';

interface NombreDeCosa {
  texto: string;
  ayuda?: string;
  /** Only legal persons fill in those sheets here, and only natural persons are asked of their income. */
  solo?: 'entidades' | 'personas';
}

const NOMBRES: Readonly<Record<Cosa, NombreDeCosa>> = {
  direccion: { texto: 'La dirección', ayuda: 'En línea, hasta dos veces en seis meses' },
  'codigo-postal': { texto: 'El código postal' },
  'segundo-telefono': { texto: 'El segundo teléfono' },
  'actividad-principal': { texto: 'La actividad principal', ayuda: 'La que más ingresos da' },
  'actividad-secundaria': { texto: 'La actividad secundaria' },
  'otras-actividades': { texto: 'Otras actividades', ayuda: 'Además de la principal y la secundaria' },
  establecimientos: { texto: 'Cuántos locales, oficinas o sedes hay' },
  'nombre-comercial': { texto: 'El nombre comercial o la sigla' },
  ingresos: {
    texto: 'Sus ingresos subieron',
    ayuda: 'Puede que ahora le toque cobrar un impuesto o declarar',
    solo: 'personas',
  },
  responsabilidades: { texto: 'Agregar responsabilidades tributarias', ayuda: 'Casilla 53' },
  'casilla-54': { texto: 'Calidades de usuario aduanero', ayuda: 'Casilla 54' },
  constitucion: { texto: 'La constitución o la última reforma', ayuda: 'Hoja 2', solo: 'entidades' },
  capital: { texto: 'La composición del capital', ayuda: 'Hoja 2', solo: 'entidades' },
  vinculacion: { texto: 'El grupo económico o la matriz', ayuda: 'Hoja 2', solo: 'entidades' },
  representantes: { texto: 'Quién representa a la entidad', ayuda: 'Hoja 3', solo: 'entidades' },
  socios: { texto: 'Socios o miembros', ayuda: 'Hoja 4', solo: 'entidades' },
  'revisor-contador': { texto: 'Revisor fiscal o contador', ayuda: 'Hoja 5', solo: 'entidades' },
  sedes: { texto: 'Abrir o cerrar un establecimiento', ayuda: 'Hoja 6', solo: 'entidades' },
};

type DeHechos = Pick<Dicho, 'hechos'>;

/** What this person may change here. */
function cosasDe(d: DeHechos, casilla54EnLinea: boolean): Cosa[] {
  const deOtros = hechosDe(d).registro.tipoContribuyente === '1' ? 'personas' : 'entidades';
  return COSAS.filter((c) => NOMBRES[c].solo !== deOtros && (c !== 'casilla-54' || casilla54EnLinea));
}

/** Which boxes change: only those are asked, and what is not done here is said where it is done. */
export const preguntaQueCambia = (casilla54EnLinea: boolean) =>
  guion<Hechos>()
    .parte('Qué cambia')
    .paso(
      'que-cambia',
      {
        nombre: 'Qué cambia',
        pregunta: '¿Qué cambió?',
        pie: (c) => <EnOtraParte d={c.datos} casilla54EnLinea={casilla54EnLinea} />,
        async alGuardar({ datos }, cosas) {
          const { cambiosDeDireccion, hoy } = hechosDe(datos);
          const dia = diaParaCambiarLaDireccion(cambiosDeDireccion, hoy);
          return cosas.includes('direccion') && dia > hoy
            ? { tipo: 'rechazado', campos: { cambios: terceraDireccion(formatearFecha(dia)) } }
            : { tipo: 'guardado' };
        },
      },
      varias<Cosa, DeHechos>({
        campo: 'cambios',
        etiqueta: 'Puede elegir varias',
        de: COSAS.map((valor) => ({ valor, ...NOMBRES[valor] })),
        entre: (d) => cosasDe(d, casilla54EnLinea),
        falta: 'Elija al menos una cosa que haya cambiado.',
        noEsta: 'Elija entre las que se muestran.',
        rotulo: false,
        ejemplos: (d) => cosasDe(d, casilla54EnLinea).map((cosa) => ({ cambios: [cosa] })),
      }),
    );

const terceraDireccion = (dia: string) =>
  `La dirección ya se cambió en línea dos veces en seis meses (DUR 1.6.1.2.14). Podrá hacerlo otra vez desde el ${dia}; antes, pida el cambio a un funcionario en una sede. Quítela de la lista para seguir con lo demás.`;

function EnOtraParte({ d, casilla54EnLinea }: { d: DeHechos; casilla54EnLinea: boolean }) {
  const { idPublico: titular, registro } = hechosDe(d);
  return (
    <Detalles resumen="Lo que cambió no está en la lista">
      <p class="govuk-body">
        <strong>Correo o celular.</strong>{' '}
        <Enlace nombre="cuentas.contacto" titular={titular}>
          Cámbielos en su página de contacto
        </Enlace>
        : enviamos un código al nuevo.
      </p>
      <p class="govuk-body">
        <strong>Nombres, documento, NIT o razón social.</strong> Son datos de identificación: los cambia un
        funcionario, en una sede o por videollamada, con el documento a la vista (DUR 1.6.1.2.14). <Cita />
      </p>
      <p class="govuk-body">
        <strong>Dejar de ser responsable de IVA (código 48) o del impuesto al consumo (código 33).</strong>{' '}
        Son otros trámites, que se verifican antes:{' '}
        <Enlace nombre="tramites-rut.ver-retiro-iva" titular={titular}>
          retiro de IVA
        </Enlace>{' '}
        y{' '}
        <Enlace nombre="tramites-rut.ver-retiro-inc" titular={titular}>
          retiro del impuesto al consumo
        </Enlace>
        .
      </p>
      <p class="govuk-body">
        <strong>Quitar otra responsabilidad.</strong> Aquí se agregan; las quita un funcionario. <Cita />
      </p>
      {casilla54EnLinea ? null : (
        <p class="govuk-body">
          <strong>Calidades de usuario aduanero (casilla 54).</strong> En esta oficina las cambia un
          funcionario. <Cita />
        </p>
      )}
      {registro.tipoContribuyente === '1' ? (
        <p class="govuk-body">
          <strong>Naturaleza, formas asociativas, quién vigila a la entidad o su estado.</strong> Son códigos
          de las casillas 62 a 70 y 88 a 92: los cambia un funcionario. <Cita />
        </p>
      ) : null}
      <p class="govuk-body">
        <strong>Cancelar el RUT.</strong> Es{' '}
        <Enlace nombre="tramites-rut.ver-cancelacion" titular={titular}>
          otro trámite
        </Enlace>
        .
      </p>
    </Detalles>
  );
}

/** A link when that room is mounted; the words alone when it is not. */
function Enlace(o: { nombre: Parameters<typeof enlace>[0]; titular: string; children: string }) {
  const a = enlace(o.nombre, { titular: o.titular });
  return a ? (
    <a class="govuk-link" href={a}>
      {o.children}
    </a>
  ) : (
    <>{o.children}</>
  );
}

function Cita() {
  const citas = enlace('citas.pedir');
  return citas ? (
    <a class="govuk-link" href={citas}>
      Pida una cita
    </a>
  ) : (
    <>La cita todavía no se puede pedir aquí.</>
  );
}
