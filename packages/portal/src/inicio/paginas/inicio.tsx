import { formatearFechaHora } from '@autogestion/normas/fechas';
import { Aviso, Pagina, renderizarPagina, Teselas, TextoInset } from '../../interfaz/index.ts';
import { PanelDeAptitud, type AptitudParaUnDia } from '../../firma/index.ts';
import { tramitesPara, nombreCorto, type EstadoRut, type VersionRut } from '../../rut/index.ts';

/** The front door: what anyone can do, before and after saying who they are. */
export const paginaInicio = (o: { demostracion: boolean }) =>
  renderizarPagina(
    <Pagina
      titulo="Sus trámites de impuestos, desde su casa"
      letra="xl"
      ancho="ancha"
      indexable
      descripcion="Oficina abierta de autogestión tributaria para Colombia"
    >
      <p class="govuk-body-l">
        En el celular, sin filas y sin costo. Cada paso queda guardado y cada trámite le da un acuse.
      </p>
      {o.demostracion ? (
        <TextoInset>
          Esto es una demostración: las personas son ficticias y los documentos no tienen validez. Los correos
          y mensajes de texto se leen en el{' '}
          <a class="govuk-link" href="/operacion/buzon">
            buzón de la demostración
          </a>
          .
        </TextoInset>
      ) : null}
      <Teselas
        titulo="RUT"
        teselas={[
          {
            icono: 'lapiz',
            texto: 'Inscribirse en el RUT',
            href: '/rut/inscripcion',
            dato: 'Diez minutos, con su documento a la mano',
          },
          {
            icono: 'flecha',
            texto: 'Seguir una inscripción',
            href: '/rut/inscripcion/retomar',
            dato: 'Guardamos su borrador 30 días',
          },
          {
            icono: 'persona',
            texto: 'Entrar a su RUT',
            href: '/entrar',
            dato: 'Vea sus datos y pida copias',
          },
        ]}
      />
      <Teselas
        titulo="Comprobar"
        teselas={[
          {
            icono: 'qr',
            texto: 'Verificar un documento',
            href: '/verificar',
            dato: 'Con el QR, el código o el archivo',
          },
          { icono: 'buscar', texto: 'Estado de un RUT', href: '/rut/estado', dato: 'Con el NIT' },
        ]}
      />
    </Pagina>,
  );

interface PropsPersona {
  /** Whoever acts binds the person: also what is theirs alone is offered. */
  firma: boolean;
  version: VersionRut;
  estado: EstadoRut;
  /** Days near on which something falls due, and whether whoever acts could sign. */
  aptitudes: readonly AptitudParaUnDia[];
  base: string;
}

/** A person's own home. */
export function paginaPersona({ version: v, estado, aptitudes, base, firma }: PropsPersona): string {
  const nombre = nombreCorto(v.registro);
  return renderizarPagina(
    <Pagina titulo="Su oficina" encabezado={<>Hola, {nombre}</>} ancho="ancha">
      {estado === 'activo' ? null : <Aviso tipo="importante">Su RUT está {estado}.</Aviso>}
      <PanelDeAptitud dias={aptitudes} />
      <Teselas
        titulo="Su RUT"
        teselas={[
          {
            icono: 'archivo',
            texto: 'Ver su RUT y pedir copias',
            href: `${base}/rut`,
            dato: `Versión ${v.numero}, ${estado}`,
          },
          ...(estado === 'cancelado'
            ? []
            : [
                {
                  icono: 'lapiz' as const,
                  texto: 'Actualizar su RUT',
                  href: `${base}/rut/actualizacion`,
                  dato: 'Dirección, actividad, responsabilidades',
                },
              ]),
          {
            icono: 'recibo',
            texto: 'Mis trámites',
            href: `${base}/tramites`,
            dato: 'Empezar otro y ver dónde va cada uno',
          },
          ...tramitesPara(v.registro, base.split('/')[2] ?? '', (t) => t.enInicio === true).map((t) => ({
            ...t,
            icono: 'flecha' as const,
            dato: 'Vea en unos minutos si cumple',
          })),
          {
            icono: 'firma',
            texto: 'Su firma electrónica',
            href: '/mi-firma',
            dato: 'Obténgala, pruébela o renuévela',
          },
          {
            icono: 'calendario',
            texto: 'Sus vencimientos',
            href: `${base}/vencimientos`,
            dato: 'Qué le vence en el próximo año y por qué',
          },
          { icono: 'qr', texto: 'Verificar un documento', href: '/verificar' },
          { icono: 'buscar', texto: 'Estado de un RUT', href: '/rut/estado' },
        ]}
      />
      <Teselas
        titulo="Quién puede qué"
        teselas={[
          ...(firma
            ? [
                {
                  icono: 'correo' as const,
                  texto: 'Correo y celular',
                  href: `${base}/contacto`,
                  dato: 'Donde llegan las notificaciones',
                },
                {
                  icono: 'personas' as const,
                  texto: 'Personas autorizadas',
                  href: `${base}/autorizados`,
                  dato: 'Quienes pueden actuar por usted',
                },
                {
                  icono: 'reloj' as const,
                  texto: 'Quién ha actuado y quién vio sus datos',
                  href: `${base}/actividad`,
                },
              ]
            : []),
          { icono: 'personas', texto: 'Actuar por otros', href: '/actuar', dato: 'Empresas y personas' },
          {
            icono: 'persona',
            texto: 'Su cuenta',
            href: '/cuenta',
            dato: 'Contraseña, segundo factor y sesiones',
          },
        ]}
      />
    </Pagina>,
  );
}

export const paginaEstado = (o: { responde: boolean; ahora: Date }) =>
  renderizarPagina(
    <Pagina titulo="Estado del servicio" migas={[{ texto: 'Inicio', href: '/' }]}>
      {o.responde ? (
        <p class="govuk-body">
          <strong>El servicio funciona.</strong> Lo comprobamos en este momento: {formatearFechaHora(o.ahora)}
        </p>
      ) : (
        <p class="govuk-body">
          <strong>El servicio no puede guardar datos en este momento.</strong> Lo que ya había guardado sigue
          guardado. Estamos trabajando en ello. {formatearFechaHora(o.ahora)}
        </p>
      )}
    </Pagina>,
  );
