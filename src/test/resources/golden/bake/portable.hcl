# Rendered by PyKiln. In this folder "docker buildx bake" builds all of it, and
# "docker buildx bake NAME" one target or group. Without buildx each Dockerfile builds
# with "docker build -f FILE .".

group "default" {
  targets = ["quick", "debian-o3"]
}

group "quick" {
  targets = ["quick-amd64", "quick-arm-v7"]
}

target "quick-amd64" {
  context    = "."
  dockerfile = "quick-amd64.Dockerfile"
  platforms  = ["linux/amd64"]
  tags       = ["pykiln:quick-amd64"]
}

target "quick-arm-v7" {
  context    = "."
  dockerfile = "quick-arm-v7.Dockerfile"
  platforms  = ["linux/arm/v7"]
  tags       = ["pykiln:quick-arm-v7"]
}

target "debian-o3" {
  context    = "."
  dockerfile = "debian-o3.Dockerfile"
  platforms  = ["linux/amd64"]
  tags       = ["pykiln:debian-o3"]
}
